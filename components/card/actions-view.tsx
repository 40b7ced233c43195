import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import type { Card } from '#lib/card/index.ts';
import { CandidateName } from './candidate-name.tsx';
import { cardText, wikipediaAddress } from './card-text.ts';

export interface CardActions {
  /** Steps to another entry, in the same card. */
  readonly onStep: (id: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  /** Puts a text on the clipboard; tells whether it is there. */
  readonly onCopy: (text: string) => Promise<boolean>;
  /** The name means another entry in this article. */
  readonly onChoose: (id: string) => void;
  readonly onHide: (where: 'here' | 'everywhere') => void;
  /** The reader wants to write an entry of their own for this name. */
  readonly onWrite: () => void;
  /** The reader finds wrong what the card says; `text` is what that is. */
  readonly onReport: (text: string) => void;
  readonly onUndo: () => void;
}

/** Milliseconds that the word "Copied" stands in place of the button's own. */
const COPIED_STANDS = 1500;

/** What one can do from a card: look further, copy, say that it is wrong. */
export function ActionsView({ card, actions }: { readonly card: Card; readonly actions: CardActions }) {
  const words = useWords();
  const { say } = words;
  /** Whether the last copy is on the clipboard; null before one, and once that it is there was told long enough. */
  const [copied, setCopied] = useState<boolean | null>(null);
  const [wrong, setWrong] = useState(false);
  const panel = useId();
  const opened = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong && opened.current) bringIntoView(opened.current);
  }, [wrong]);
  const report = () => actions.onReport(cardText({ ...card, quote: null }, words));
  useEffect(() => {
    // That it failed is told until it is tried again: there is something to read.
    if (copied !== true) return undefined;
    const timer = setTimeout(() => setCopied(null), COPIED_STANDS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <p class="actions">
        {card.wikipedia && (
          <a class="link" href={wikipediaAddress(card.wikipedia)} target="_blank" rel="noopener noreferrer">
            Wikipedia
          </a>
        )}
        <button type="button" class="link" onClick={() => void actions.onCopy(cardText(card, words)).then(setCopied)}>
          <span aria-live="polite">{say(copied ? 'card_copied' : 'card_copy')}</span>
        </button>
        {card.count === 0 && isOfGlossary(card) && (
          <button type="button" class="link" onClick={report}>
            {say('card_report')}
          </button>
        )}
        {card.count > 0 && (
          <button type="button" class="link" aria-expanded={wrong} aria-controls={panel} onClick={() => setWrong(!wrong)}>
            {say('card_not_this')}
          </button>
        )}
        <span class="failed" role="status">
          {copied === false && say('not_copied')}
        </span>
      </p>
      <div id={panel} ref={opened} class="wrong" hidden={!wrong}>
        {wrong && <Wrong card={card} actions={actions} onReport={report} />}
      </div>
    </>
  );
}

/** Scrolls the card, and never the page behind it, until the end of what was opened is seen, or its beginning is at the top. */
function bringIntoView(opened: HTMLElement): void {
  const card = opened.closest('.card');
  if (!card) return;
  const [inner, outer] = [opened.getBoundingClientRect(), card.getBoundingClientRect()];
  card.scrollTop += Math.max(0, Math.min(inner.bottom - outer.bottom + 12, inner.top - outer.top));
}

/** Entries of the reader's own and of packs have the name of their layer before their id; what they say is not ours to correct. */
const isOfGlossary = ({ entry }: Card) => entry !== null && !entry.includes(':');

interface WrongProps {
  readonly card: Card;
  readonly actions: CardActions;
  readonly onReport: () => void;
}

function Wrong({ card, actions, onReport }: WrongProps) {
  const { say } = useWords();
  return (
    <>
      {card.others.length > 0 && (
        <>
          <p>{say('card_means_instead')}</p>
          <ul>
            {card.others.map((other) => (
              <li key={other.id}>
                <button type="button" onClick={() => actions.onChoose(other.id)}>
                  <CandidateName other={other} card={card} />
                  {other.lead && <small lang="en">{other.lead}</small>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        <li>
          <button type="button" onClick={() => actions.onHide('here')}>
            {say('card_hide_here')}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => actions.onHide('everywhere')}>
            {say('card_hide_everywhere')}
          </button>
        </li>
        <li>
          <button type="button" onClick={actions.onWrite}>
            {say('card_write_own')}
          </button>
        </li>
        {isOfGlossary(card) && (
          <li>
            <button type="button" onClick={onReport}>
              {say('card_report')}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}
