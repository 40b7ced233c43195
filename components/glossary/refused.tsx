import { useWords } from '#components/words/index.ts';
import type { Refusal } from '#lib/packs/index.ts';

/** Why a file was refused: line, place and reason of each fault. */
export function Refused({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { say, number } = useWords();
  return (
    <div role="alert">
      {refusals.length > 0 && (
        <div class="refused">
          <p>{say('refused_nothing_changed')}</p>
          <ul>
            {refusals.map(({ line, place, reason }) => (
              <li key={`${line} ${place} ${reason}`}>
                {say('refused_line', number(line))} <code dir="ltr">{place}</code> <span lang="en">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
