import type { Card, CardLine, OtherReading, StepRelation } from '#lib/card/index.ts';
import type { MessageKey, Words } from '#lib/words/index.ts';

/** The message for a line's label. */
export const lineLabel = (label: CardLine['label']): MessageKey => `card_line_${label}`;

const KIND_WORDS: Record<Card['kind'], MessageKey> = {
  person: 'card_kind_person',
  organisation: 'card_kind_organisation',
  group: 'card_kind_group',
  place: 'card_kind_place',
  thing: 'card_kind_thing',
};

/** English words for subkinds that do not say themselves; others are shown as they are. */
const SUBKIND_WORDS: Record<string, string> = { country: 'state', site: 'place', people: 'people', ngo: 'NGO' };

/** What an entry is, in a word; more exactly in English, as the glossary's own words are. */
function kindWord({ kind, subkind }: Pick<Card, 'kind' | 'subkind'>, { say, language }: Words): string {
  return language === 'en' && subkind ? (SUBKIND_WORDS[subkind] ?? subkind.replaceAll('-', ' ')) : say(KIND_WORDS[kind]);
}

/** The word beside a card's title; null where that would say what stands there anyway: a person's role, "City in…", an adjective. */
export function kindOf(card: Card, words: Words): string | null {
  if (card.kind === 'person' || card.title !== card.name) return null;
  const word = kindWord(card, words);
  return card.lead.toLowerCase().includes(word.toLowerCase()) ? null : word;
}

/** What tells a reading from others of its name: the state where it lies, else what it is; null where the name is its own. */
export function apartOf(other: OtherReading, card: Card, words: Words): string | null {
  const alike = [card, ...card.others].filter(({ name }) => name === other.name);
  if (alike.length < 2 || other.kind === 'person') return null;
  if (other.kind !== 'place' || other.subkind === 'country' || other.country.length === 0) return kindWord(other, words);
  const regions = new Intl.DisplayNames([words.language], { type: 'region' });
  return other.country.map((code) => regions.of(code) ?? code).join(', ');
}

export const STEP_LABELS: Record<StepRelation, MessageKey> = {
  country: 'card_step_country',
  people: 'card_step_people',
  'stands-for': 'card_step_stands_for',
  'office-of': 'card_step_office_of',
  holders: 'card_step_holders',
  'led-by': 'card_step_led_by',
  'leader-of': 'card_step_leader_of',
  predecessor: 'card_step_predecessor',
  successor: 'card_step_successor',
  'part-of': 'card_step_part_of',
  capital: 'card_step_capital',
  'made-by': 'card_step_made_by',
  'maker-of': 'card_step_maker_of',
  'party-to': 'card_step_party_to',
  'has-party': 'card_step_has_party',
  'fought-by': 'card_step_fought_by',
  'opponent-in': 'card_step_opponent_in',
  'has-member': 'card_step_has_member',
  'member-of': 'card_step_member_of',
  'ally-of': 'card_step_ally_of',
  'based-in': 'card_step_based_in',
  'seat-of': 'card_step_seat_of',
  'successor-of': 'card_step_successor_of',
  'succeeded-by': 'card_step_succeeded_by',
  'has-part': 'card_step_has_part',
};
