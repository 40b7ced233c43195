import { useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import type { CardSteps } from '#lib/card/index.ts';
import { STEP_LABELS } from './labels.ts';

/** Names of one relation, and relations, that are shown before the reader asks for the rest. */
const FIRST_NAMES = 4;
const FIRST_GROUPS = 4;

interface StepsProps {
  readonly steps: readonly CardSteps[];
  readonly onStep: (id: string) => void;
}

/** The entries that one can step to from a card. */
export function StepsView({ steps, onStep }: StepsProps) {
  const { count } = useWords();
  const [all, showAll] = useState(false);
  if (steps.length === 0) return null;
  const shown = all || steps.length <= FIRST_GROUPS + 1 ? steps : steps.slice(0, FIRST_GROUPS);
  return (
    <dl class="steps">
      {shown.map((group) => (
        <Group key={group.rel} group={group} onStep={onStep} />
      ))}
      {shown.length < steps.length && (
        <div>
          <dt />
          <dd>
            <button type="button" class="link more" onClick={() => showAll(true)}>
              {count('card_more', steps.length - shown.length)}
            </button>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The entries of one relation, on a line of a list. */
export function Group({ group, onStep }: { readonly group: CardSteps; readonly onStep: (id: string) => void }) {
  const { say, count } = useWords();
  const [all, showAll] = useState(false);
  const shown = all ? group.to : group.to.slice(0, FIRST_NAMES);
  const rest = group.to.length - shown.length;
  return (
    <div>
      <dt>{say(STEP_LABELS[group.rel])}</dt>
      <dd dir="ltr">
        {shown.map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && ' '}
            <span class="one">
              <button type="button" class="link" lang="en" onClick={() => onStep(id)}>
                <bdi>{name}</bdi>
              </button>
              {at < shown.length - 1 && ','}
            </span>
          </span>
        ))}
        {rest > 0 && (
          <>
            {' '}
            <button type="button" class="link more" onClick={() => showAll(true)}>
              {count('card_more', rest + group.more)}
            </button>
          </>
        )}
        {rest === 0 && group.more > 0 && ` ${count('card_more', group.more)}`}
      </dd>
    </div>
  );
}
