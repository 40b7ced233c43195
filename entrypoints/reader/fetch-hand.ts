import { tell } from './background.ts';
import type { MakeHand } from './hand-over.ts';

/** Where the two scripts of one page meet: a world of the extension's own, that no page sees. */
interface Meeting {
  dramatisHand?: (make: MakeHand) => void;
}

/** Milliseconds the hand may take to come. */
const LIMIT = 4000;

let known: MakeHand | null = null;

/** Has the background send the script of the hand to this page; null where it does not come. */
export async function fetchHand(): Promise<MakeHand | null> {
  if (known) return known;
  const meeting = globalThis as Meeting;
  let timer: ReturnType<typeof setTimeout> | undefined;
  known = await new Promise<MakeHand | null>((resolve) => {
    meeting.dramatisHand = resolve;
    timer = setTimeout(resolve, LIMIT, null);
    // An answer without a hand: it could not be sent.
    void tell({ type: 'hand' }).then(() => setTimeout(resolve, LIMIT / 4, null));
  });
  clearTimeout(timer);
  delete meeting.dramatisHand;
  return known;
}

/** Hands over to the page's reader, if one waits. */
export function handOver(make: MakeHand): void {
  (globalThis as Meeting).dramatisHand?.(make);
}
