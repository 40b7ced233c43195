import { MapFigure } from '#components/map/index.ts';
import { CARD_MAP, type LocatorMap } from '#lib/atlas/index.ts';
import type { Card, CardLine } from '#lib/card/index.ts';

const KIND_WORDS: Record<Card['kind'], string> = {
  person: 'person',
  organisation: 'organisation',
  group: 'people',
  place: 'place',
  thing: 'term',
};

const SUBKIND_WORDS: Record<string, string> = {
  country: 'state',
  event: 'event',
  site: 'place',
  people: 'people',
  'international-body': 'international body',
};

function kindWord(card: Card): string {
  if (!card.subkind) return KIND_WORDS[card.kind];
  return SUBKIND_WORDS[card.subkind] ?? card.subkind.replaceAll('-', ' ');
}

function Line({ line }: { line: CardLine }) {
  return (
    <>
      <dt>{line.label}</dt>
      <dd>{line.text}</dd>
    </>
  );
}

const capital = (text: string) => (/^\p{Ll}\p{Ll}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** `coming`: its room is kept. Null: there is none. */
export type CardMap = LocatorMap | 'coming' | null;

/** What a card says, drawn. The dialog around it carries the name for assistive technology. */
export function CardView({ card, map = null }: { readonly card: Card; readonly map?: CardMap }) {
  const named = card.count > 1 ? `named ${card.count} times here` : 'named once here';
  return (
    <div class="inside">
      <div class="head">
        <h2 dir="auto">{card.title}</h2>
        <span class="kind">{card.entry === null ? `${KIND_WORDS[card.kind]}, known from this article` : kindWord(card)}</span>
      </div>
      {card.lead && (
        <p class="lead" dir="auto">
          {card.entry === null ? `“${card.lead}”` : capital(card.lead)}
        </p>
      )}
      {card.entry === null && card.quote && <blockquote dir="auto">{card.quote.sentence}</blockquote>}
      {card.entry === null && !card.quote && <p class="remark">Known only from this article; the glossary has no entry.</p>}
      {card.lines.length > 0 && (
        <dl>
          {card.lines.map((line) => (
            <Line key={`${line.label} ${line.text}`} line={line} />
          ))}
        </dl>
      )}
      {map && <MapFigure map={map === 'coming' ? null : map} {...CARD_MAP} />}
      {card.remark === 'repaired' && <p class="remark">Read from damaged text.</p>}
      {card.remark === 'uncertain' && (
        <p class="remark">
          An uncertain reading{card.others.length > 0 ? `; it may also be ${card.others.map((other) => other.name).join(', ')}` : ''}.
        </p>
      )}
      <div class="foot">
        <span>{[...card.facts, named].join(' · ')}</span>
        {card.wikipedia && (
          <a href={`https://en.wikipedia.org/wiki/${encodeURIComponent(card.wikipedia)}`} target="_blank" rel="noopener noreferrer">
            Wikipedia
          </a>
        )}
      </div>
    </div>
  );
}
