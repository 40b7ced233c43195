/** An opaque colour, each part 0 to 255, sRGB. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/**
 * What an underline is drawn in. `light` and `dark`: a soft tone that keeps 3:1 on a light or a dark ground. `plain`: the
 * text's own colour, which is as legible as the text whatever is behind it.
 */
export type Tone = 'light' | 'dark' | 'plain';

/** The soft tones; `public/marks.css` draws in the same. */
export const SOFT: Readonly<Record<Exclude<Tone, 'plain'>, Rgb>> = {
  light: { r: 125, g: 115, b: 100 },
  dark: { r: 152, g: 144, b: 132 },
};
/** Least contrast of what is no text (WCAG 2.2, 1.4.11). */
const LEAST = 3;

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance({ r, g, b }: Rgb): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/**
 * The tone for an underline under text of a colour on a ground; `null` where the ground is not known (an image, a gradient).
 * Text that could not be read on the ground shows that something else is behind it.
 */
export function toneOn(ground: Rgb | null, text: Rgb | null): Tone {
  if (!ground || !text || contrast(ground, text) < LEAST) return 'plain';
  if (contrast(ground, SOFT.light) >= LEAST && luminance(ground) > luminance(text)) return 'light';
  if (contrast(ground, SOFT.dark) >= LEAST && luminance(ground) < luminance(text)) return 'dark';
  return 'plain';
}

const COMPUTED = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,\s/]+([\d.]+)(%?))?\s*\)$/;

/** A colour as browsers compute it (`rgb()`, `rgba()`), with its opacity 0 to 1; null for any other notation. */
export function parseColour(text: string): { readonly colour: Rgb; readonly alpha: number } | null {
  const parts = COMPUTED.exec(text);
  if (!parts) return null;
  const [, r, g, b, a, percent] = parts;
  return { colour: { r: Number(r), g: Number(g), b: Number(b) }, alpha: a === undefined ? 1 : Number(a) / (percent ? 100 : 1) };
}

/** A colour of some opacity over an opaque one. */
export function over(top: Rgb, alpha: number, ground: Rgb): Rgb {
  const mix = (a: number, b: number) => a * alpha + b * (1 - alpha);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b) };
}
