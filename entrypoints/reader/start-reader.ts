import type { ReaderSettings } from '#lib/protocol/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { askForMarks, askForSettings } from './background.ts';
import type { MakeHand } from './hand-over.ts';
import { drawn, look, pageTurn } from './look.ts';
import { Reader } from './reader.ts';

/** Without an answer nothing is shown, but the reader is there for when the settings come. */
const NO_ANSWER: ReaderSettings = { ...DEFAULTS, shown: false, hidden: 0 };

/**
 * Reads one page for as long as it lives: finds its article, marks its names, opens their cards. The background is asked
 * before the settings are here: it has let the reader in by them. `fetchHand`: gives what opens cards, once it is needed. `onRewritten`: the page was written anew,
 * and nothing of it is heard any more.
 */
export async function startReader(signal: AbortSignal, fetchHand: () => Promise<MakeHand | null>, onRewritten: () => void): Promise<void> {
  const settings = askForSettings();
  // The script has just been made ready, which took a few milliseconds; the page has its turn before it is looked at.
  await drawn();
  await pageTurn();
  const first = new WeakSet<Element>();
  // What stands behind the article from the start is no part of it; what comes in later is another one.
  const found = await look({ soon: true, isFurther: (story) => !first.add(story) });
  const asked = found.type === 'article' ? askForMarks(found.request) : null;
  const given = (await settings) ?? (await askForSettings()) ?? NO_ANSWER;
  // One that begins after its end would hear of no other: it would watch the page for good.
  if (signal.aborted) return;
  await new Reader(signal, fetchHand, onRewritten, first, given).take(found, asked);
}
