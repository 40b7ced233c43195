import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, LONGER_THAN_DELAYS, SOON } from './harness/hand.ts';

/** A page that lies about the platform, and notes whoever uses its own functions. */
const LIES = `(() => {
  window.caught = [];
  const spy = (owner, name) => {
    const own = owner[name];
    owner[name] = function (...given) {
      const key = name + ' ' + [this, ...given].map((one) => (one instanceof Element ? one.localName : '')).join(' ');
      if (/dramatis/.test(key)) window.caught.push(key);
      return own.apply(this, given);
    };
  };
  spy(Element.prototype, 'attachShadow');
  spy(Element.prototype, 'setAttribute');
  spy(Node.prototype, 'appendChild');
  spy(Element.prototype, 'append');
  spy(EventTarget.prototype, 'addEventListener');
  Object.defineProperty(window, 'chrome', { value: { runtime: { sendMessage: () => { throw new Error('no'); } } } });
  for (const [owner, name] of [[String.prototype, 'normalize'], [Map.prototype, 'get'], [Intl, 'DateTimeFormat'], [window, 'MutationObserver']])
    owner[name] = () => { throw new Error('no'); };
  Element.prototype.checkVisibility = () => false;
})()`;

/** Events as a page can make them, over the first name and everywhere. */
const FORGED = (x: number, y: number) => `(() => {
  const at = { clientX: ${x}, clientY: ${y}, screenX: ${x}, screenY: ${y}, bubbles: true, composed: true, cancelable: true, pointerType: 'mouse', pointerId: 1, isPrimary: true };
  const target = document.elementFromPoint(${x}, ${y});
  for (const type of ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, at));
  for (const type of ['mouseover', 'mousemove', 'mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, at));
  target.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType: 'touch' }));
  target.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerType: 'touch' }));
  for (const key of ['J', 'K', 'Enter', 'D', 'L'])
    for (const type of ['keydown', 'keyup']) document.dispatchEvent(new KeyboardEvent(type, { key, code: 'Key' + key, altKey: true, shiftKey: true, bubbles: true, composed: true }));
})()`;

const COVERS = `(() => {
  const rules = new CSSStyleSheet();
  rules.replaceSync('dramatis-card, dramatis-card * { display: none !important; opacity: 0 !important; visibility: hidden !important; width: 0 !important; transform: scale(0) !important; pointer-events: none !important }');
  document.adoptedStyleSheets = [rules];
})()`;

describe.each(BROWSER_KINDS)('a hostile page, %s', (kind) => {
  const hand = new Hand(kind);

  it('opens no card, and no tour, by events that it makes', async () => {
    await hand.open('wire.html');
    const { x, y, width, height } = hand.boxOf('Goris');
    await hand.tab.evaluate(FORGED(x + width / 2, y + height / 2));
    await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_DELAYS));
    expect(await hand.cards()).toEqual([]);
    expect(await hand.current()).toBe('');
    // The same place, by the reader's own hand.
    expect((await hand.card('Goris')).name).toBe('Goris');
  });

  it('keeps no card from opening, or open, by events that it makes', async () => {
    await hand.open('wire.html');
    await hand.tab.evaluate(`void setInterval(() => {
      for (const type of ['blur', 'focus', 'resize', 'visibilitychange', 'popstate', 'hashchange']) dispatchEvent(new Event(type));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      for (const type of ['scroll', 'visibilitychange', 'dragstart', 'pointerdown']) document.dispatchEvent(new Event(type));
      for (const key of ['Escape', 'Shift']) dispatchEvent(new KeyboardEvent('keydown', { key }));
    }, 20)`);
    expect((await hand.card('Goris')).name).toBe('Goris');
    await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_DELAYS));
    expect(await hand.cards()).toEqual(['Goris']);
  });

  it('hides no card by its style, and cannot look into it', async () => {
    await hand.open('wire.html');
    await hand.tab.evaluate(COVERS);
    expect((await hand.card('Goris')).name).toBe('Goris');
    const box = await hand.cardBox();
    expect(box?.width).toBeGreaterThan(150);
    expect(box?.height).toBeGreaterThan(50);
    expect(await hand.tab.evaluate<string>(`String(document.querySelector('dramatis-card').shadowRoot)`)).toBe('null');
    expect(await hand.tab.evaluate<string>(`document.querySelector('dramatis-card').textContent`)).toBe('');
  });

  it('loses a card that it takes away, and the next name has one again', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.tab.evaluate(`document.querySelector('dramatis-card').remove()`);
    await hand.rest();
    await hand.hover('Jermuk');
    await expect.poll(hand.cards, SOON).toEqual(['Jermuk']);
    expect(await hand.tab.evaluate<number>(`document.querySelectorAll('dramatis-card').length`)).toBe(1);
  });

  it('has no card opened under the pointer, wherever a name stands: a click meant for the page stays there', async () => {
    await hand.open('wire.html');
    for (const [width, height] of [
      [1000, 720],
      [420, 380],
    ] as const) {
      await hand.tab.resize(width, height);
      for (const name of ['Goris', 'Stanislav Zas', 'Emmanuel Macron']) {
        await hand.look();
        await hand.card(name);
        await hand.look();
        const { x, y, width: wide, height: high } = hand.boxOf(name);
        const below = await hand.tab.evaluate<string>(
          `document.elementFromPoint(${x + Math.min(wide / 2, 12)}, ${y + high / 2}).localName`,
        );
        expect(below, `${name} at ${width} px`).not.toBe('dramatis-card');
        await hand.away();
      }
    }
    await hand.tab.resize(1000, 720);
  });

  it('gains no click by moving the card under the pointer', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    const menu = 'Not this…';
    const choices = async () => (await hand.tab.openCards())[0]?.text.includes('Write your own entry…') ?? false;
    const name = hand.boxOf('Goris');
    const [x, y] = [name.x + Math.min(name.width / 2, 12), name.y + name.height / 2];
    const control = await hand.tab.boxInCard(menu);
    const [right, down] = [x - control.x - control.width / 2, y - control.y - control.height / 2];
    // It never stands still, so that the card always moved a moment ago.
    await hand.tab.evaluate(`(() => {
      const { style } = document.querySelector('article');
      let turn = 0;
      style.position = 'relative';
      style.left = '${right}px';
      style.top = '${down}px';
      window.moving = setInterval(() => { style.left = ${right} + (++turn % 5) * 4 + 'px'; }, 110);
    })()`);
    const click = async () => {
      const box = await hand.tab.boxInCard(menu);
      await hand.tab.click(box.x + box.width / 2, box.y + box.height / 2);
    };
    await expect.poll(async () => (await hand.tab.boxInCard(menu)).y, SOON).not.toBe(control.y);
    for (let turn = 0; turn < 3; turn++) await click();
    expect(await choices()).toBe(false);
    // Once it stands, the same click is the reader's own.
    await hand.tab.evaluate('clearInterval(window.moving)');
    await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_DELAYS));
    await click();
    await expect.poll(choices, SOON).toBe(true);
  });

  it('is read, and has cards, though its forms and images have the names of what we ask for', async () => {
    await hand.session.browser.watchComplaints();
    await hand.open('clobbered.html');
    expect((await hand.card('Addis Ababa')).name).toBe('Addis Ababa');
    await hand.away();
    expect(await hand.session.browser.complaints()).toEqual([]);
  });

  it('is read, and has cards, though it changes what the platform’s functions do; it hears of none', async () => {
    await hand.open('wire.html');
    await hand.tab.atStart(LIES);
    await hand.tab.navigate(await hand.tab.address());
    await expect.poll(() => hand.count('Goris'), { timeout: 15_000 }).toBe(1);
    await hand.look();
    expect((await hand.card('Goris')).name).toBe('Goris');
    expect(await hand.tab.evaluate<string[]>('window.caught')).toEqual([]);
  });
});
