import { useWords } from '#components/words/index.ts';
import type { Card, OtherReading } from '#lib/card/index.ts';
import { apartOf } from './labels.ts';

/** The name of another reading; where more than one goes by it, with what tells it apart at a glance. */
export function CandidateName({ other, card }: { readonly other: OtherReading; readonly card: Card }) {
  const words = useWords();
  const apart = apartOf(other, card, words);
  return (
    <>
      <bdi lang="en">{other.name}</bdi>
      {apart && (
        <>
          {' '}
          <span class="kind">{apart}</span>
        </>
      )}
    </>
  );
}
