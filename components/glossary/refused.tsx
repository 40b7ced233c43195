import { useWords } from '#components/words/index.ts';
import { commonReason, type Refusal } from '#lib/packs/index.ts';

/** A reason in the reader's language where it is a common one, else in English. */
export function Reason({ reason }: { readonly reason: string }) {
  const { say } = useWords();
  const common = commonReason(reason);
  return common ? <span>{say(`reason_${common.reason}`, common.value)}</span> : <span lang="en">{reason}</span>;
}

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
                {say('refused_line', number(line))} <code dir="ltr">{place}</code> <Reason reason={reason} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
