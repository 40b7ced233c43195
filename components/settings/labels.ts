import type { ShownKind } from '#lib/settings/index.ts';
import type { MessageKey } from '#lib/words/index.ts';

/** What the kinds of names are called, in popup and options alike. */
export const KIND_LABELS: Record<ShownKind, MessageKey> = {
  person: 'kind_person',
  organisation: 'kind_organisation',
  group: 'kind_group',
  place: 'kind_place',
  thing: 'kind_thing',
  article: 'kind_article',
};
