import { plain } from '#lib/article/index.ts';
import { over, parseColour, type Rgb, type Tone, toneOn } from './tone.ts';

const WHITE: Rgb = { r: 255, g: 255, b: 255 };

/** Reads the tone that underlines need on the elements of a page; what was read of an element is kept for its neighbours. */
export class Grounds {
  readonly #grounds = new Map<Element, Rgb | null>();
  readonly #tones = new Map<Element, Tone>();

  /** The tone for underlines in an element's text. */
  toneOf(element: Element): Tone {
    const known = this.#tones.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const text = parseColour(style.color);
    const ground = this.#ground(element, style);
    const tone = toneOn(ground, text && ground ? over(text.colour, text.alpha, ground) : null);
    this.#tones.set(element, tone);
    return tone;
  }

  /** The colour behind an element's text, or null where it is an image or in a notation that is not read. */
  #ground(element: Element | null, style?: CSSStyleDeclaration): Rgb | null {
    if (!element) return canvas();
    const known = this.#grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage } = style ?? getComputedStyle(element);
    const own = parseColour(backgroundColor);
    let ground: Rgb | null = null;
    if (backgroundImage === 'none' && own) {
      const below = own.alpha === 1 ? WHITE : this.#ground(parentOf(element));
      ground = below && over(own.colour, own.alpha, below);
    }
    this.#grounds.set(element, ground);
    return ground;
  }
}

function parentOf(element: Element): Element | null {
  const asked = plain(element);
  if (asked.parentElement) return asked.parentElement;
  const root = asked.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** What lies behind a page that has no ground of its own. */
function canvas(): Rgb | null {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  // A page that follows the reader's scheme has a dark canvas of the browser's choosing.
  return /dark/.test(scheme) && matchMedia('(prefers-color-scheme: dark)').matches ? null : WHITE;
}
