import { browser } from 'wxt/browser';

const SIZES = [16, 19, 24, 32, 38] as const;
const iconsOf = (look: string): Record<number, string> => Object.fromEntries(SIZES.map((size) => [size, `/icon/${look}${size}.png`]));

/** In storage.session, which ends with the browser as the icon's look does: whether it is grey. */
const GREYED = 'toolbarGreyed';

/**
 * Greys the toolbar's icon while names are switched off everywhere. It outlasts the background, and drawing it takes a worker some 40 ms: a
 * background that starts anew leaves it alone where it is right.
 */
export async function showOnToolbar(on: boolean): Promise<void> {
  // Of nothing Firefox makes the manifest's icons, which fit the toolbar's colours; Chromium has to be told them.
  const back = import.meta.env.FIREFOX ? {} : iconsOf('');
  try {
    const stored: Record<string, unknown> = await browser.storage.session.get(GREYED);
    if ((stored[GREYED] === true) === !on) return;
    await browser.action.setIcon({ path: on ? back : iconsOf('off-') });
    await browser.storage.session.set({ [GREYED]: !on });
  } catch (error) {
    console.warn('dramatis: the toolbar icon could not be set:', error);
  }
}
