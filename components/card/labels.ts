import type { Card, CardLine, StepRelation } from '#lib/card/index.ts';
import type { MessageKey } from '#lib/words/index.ts';

/** The message for a line's label. */
export const lineLabel = (label: CardLine['label']): MessageKey => `card_line_${label}`;

export const KIND_WORDS: Record<Card['kind'], MessageKey> = {
  person: 'card_kind_person',
  organisation: 'card_kind_organisation',
  group: 'card_kind_group',
  place: 'card_kind_place',
  thing: 'card_kind_thing',
};

/** English words for subkinds that do not say themselves; others are shown as they are. */
const SUBKIND_WORDS: Record<string, string> = { country: 'state', site: 'place', people: 'people' };

/** A subkind in English, as the glossary's words are. */
export function subkindWord(subkind: string): string {
  return SUBKIND_WORDS[subkind] ?? subkind.replaceAll('-', ' ');
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
