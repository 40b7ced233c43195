import type { MakeHand } from './hand-over.ts';
import { drawn, look, pageTurn } from './look.ts';
import { Reader } from './reader.ts';

/**
 * Reads one page for as long as it lives: finds its article, marks its names, opens their cards. `fetchHand`: gives what opens cards, once it is needed. `onRewritten`: the page was written anew,
 * and nothing of it is heard any more.
 */
export async function startReader(signal: AbortSignal, fetchHand: () => Promise<MakeHand | null>, onRewritten: () => void): Promise<void> {
  // The script has just been made ready, which took a few milliseconds; the page has its turn before it is looked at.
  await drawn();
  await pageTurn();
  const first = new WeakSet<Element>();
  // What stands behind the article from the start is no part of it; what comes in later is another one.
  const found = await look({ soon: true, isFurther: (story) => !first.add(story) });
  // One that begins after its end would hear of no other: it would watch the page for good.
  if (signal.aborted) return;
  await new Reader(signal, fetchHand, onRewritten, first).begin(found);
}
