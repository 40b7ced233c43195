import { MapFigure } from '#components/map/index.ts';
import { useWords } from '#components/words/index.ts';
import { CARD_MAP, type LocatorMap } from '#lib/atlas/index.ts';
import type { Card } from '#lib/card/index.ts';
import { ActionsView, type CardActions } from './actions-view.tsx';
import { CandidateName } from './candidate-name.tsx';
import { kindOf, lineLabel } from './labels.ts';
import { Group, StepsView } from './steps-view.tsx';
import { capital, namedHere } from './wording.ts';

/** What the reader has just done from a card, and can undo. */
export interface CardNotice {
  readonly did: 'hid-here' | 'hid-everywhere' | 'chose';
  readonly name: string;
}

/** `coming`: its room is kept. Null: there is none. */
export type CardMap = LocatorMap | 'coming' | null;

interface CardViewProps {
  readonly card: Card;
  readonly canGoBack: boolean;
  readonly notice: CardNotice | null;
  readonly actions: CardActions;
  readonly map?: CardMap;
}

const NOTICES = { 'hid-here': 'card_hidden_here', 'hid-everywhere': 'card_hidden_everywhere', chose: 'card_now_means' } as const;

/** A card, drawn. The dialog around it carries the name for assistive technology. */
export function CardView({ card, canGoBack, notice, actions, map = null }: CardViewProps) {
  const { say, direction } = useWords();
  const hidden = notice !== null && notice.did !== 'chose';
  return (
    <div class="inside" dir={direction}>
      {notice && (
        <p class="notice" role="status">
          <bdi>{say(NOTICES[notice.did], notice.name)}</bdi>{' '}
          <button type="button" onClick={actions.onUndo}>
            {say('undo')}
          </button>
        </p>
      )}
      {!hidden && <Content card={card} canGoBack={canGoBack} actions={actions} map={map} />}
    </div>
  );
}

function Content({ card, canGoBack, actions, map = null }: Omit<CardViewProps, 'notice'>) {
  const words = useWords();
  const { say } = words;
  // A metonym's first line names them; there they are but steps.
  const leaders = card.here ? undefined : card.steps.find(({ rel }) => rel === 'holders');
  const kind = kindOf(card, words);
  const unknown = card.entry === null ? [say('panel_stranger')] : [];
  const small = [...unknown, ...card.facts, ...namedHere(card, words), ...(card.met === null ? [] : [say('card_met', card.met)])];
  return (
    <>
      <div class="head">
        {canGoBack && (
          <button type="button" class="back" aria-label={say('card_back')} title={say('card_back')} onClick={actions.onBack}>
            <Arrow />
          </button>
        )}
        <h2 dir="auto" lang="en">
          {card.title}
        </h2>
        {kind && <span class="kind">{kind}</span>}
        <button type="button" class="close" aria-label={say('card_close')} title={say('card_close')} onClick={actions.onClose}>
          <Cross />
        </button>
      </div>
      <Lead card={card} />
      {(card.lines.length > 0 || leaders) && (
        <dl>
          {leaders && <Group group={leaders} onStep={actions.onStep} />}
          {card.lines.map(({ label, texts }) => (
            <div key={label}>
              <dt>{say(lineLabel(label))}</dt>
              {texts.map((text) => (
                <dd key={text} dir="auto" lang="en">
                  {text}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {map && <MapFigure map={map === 'coming' ? null : map} {...CARD_MAP} />}
      {card.entry !== null && card.quote && <Said sentence={card.quote.sentence} phrase={card.quote.phrase} />}
      <StepsView steps={card.steps.filter((group) => group !== leaders)} onStep={actions.onStep} />
      {card.remark === 'repaired' && <p class="remark">{say('card_repaired')}</p>}
      {card.remark === 'uncertain' && <Uncertain card={card} onChoose={actions.onChoose} />}
      {small.length > 0 && (
        <p class="small" dir="auto">
          {small.join(' · ')}
        </p>
      )}
      <ActionsView card={card} actions={actions} />
    </>
  );
}

function Lead({ card }: { readonly card: Card }) {
  const { say } = useWords();
  if (card.entry === null)
    return (
      <>
        {card.lead && (
          <p class="lead" dir="auto" lang="en">
            “{card.lead}”
          </p>
        )}
        {card.quote && (
          <blockquote dir="auto" lang="en">
            {card.quote.sentence}
          </blockquote>
        )}
      </>
    );
  return card.lead ? (
    <p class="lead" dir="auto">
      {card.here && <span class="label">{say('card_here')} </span>}
      <span lang="en">{card.here ? card.lead : capital(card.lead)}</span>
    </p>
  ) : null;
}

/** What the article says of a name beside what the glossary does. */
function Said({ sentence, phrase }: { readonly sentence: string; readonly phrase: string | null }) {
  const { say } = useWords();
  return (
    <p class="said">
      <span class="label">{say('card_article_says')}</span>{' '}
      <q dir="auto" lang="en" title={sentence}>
        {phrase ?? sentence}
      </q>
    </p>
  );
}

/** An uncertain reading, with the others to choose from. */
function Uncertain({ card, onChoose }: { readonly card: Card; readonly onChoose: (id: string) => void }) {
  const { say } = useWords();
  return (
    <div class="remark">
      <p>{say(card.others.length > 0 ? 'card_uncertain' : 'card_uncertain_alone')}</p>
      {card.others.length > 0 && (
        <ul class="others">
          {card.others.map((other) => (
            <li key={other.id}>
              <button type="button" class="link" onClick={() => onChoose(other.id)}>
                <CandidateName other={other} card={card} />
              </button>
              {other.lead && (
                <>
                  {': '}
                  <bdi lang="en">{other.lead}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const Arrow = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
const Cross = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
  </svg>
);
