import { browser } from 'wxt/browser';

const SIZES = [16, 19, 24, 32, 38] as const;
const iconsOf = (look: string): Record<number, string> => Object.fromEntries(SIZES.map((size) => [size, `/icon/${look}${size}.png`]));

/** Greys the toolbar's icon while names are switched off everywhere. What it is now, only the browser knows: it outlasts the background. */
export async function showOnToolbar(on: boolean): Promise<void> {
  // Of nothing Firefox makes the manifest's icons, which fit the toolbar's colours; Chromium has to be told them.
  const back = import.meta.env.FIREFOX ? {} : iconsOf('');
  await browser.action
    .setIcon({ path: on ? back : iconsOf('off-') })
    .catch((error: unknown) => console.warn('dramatis: the toolbar icon could not be set:', error));
}
