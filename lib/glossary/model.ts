/** The kinds of name a card can be about. `group` is a people, nationality or faith. */
export const KINDS = ['person', 'organisation', 'group', 'place', 'thing'] as const;
export type Kind = (typeof KINDS)[number];

/** What an entry is within its kind. People need none. */
export const SUBKINDS = {
  person: [],
  place: [
    'country',
    'territory',
    'region',
    'city',
    'disputed-territory',
    'macro-region',
    'sea',
    'strait',
    'river',
    'lake',
    'mountains',
    'island',
    'desert',
    'building',
    'site',
  ],
  organisation: [
    'government-body',
    'armed-forces',
    'intelligence',
    'police',
    'party',
    'armed-group',
    'alliance',
    'international-body',
    'court',
    'company',
    'bank',
    'media',
    'ngo',
    'think-tank',
    'university',
    'religious-body',
    'sports-body',
    'movement',
  ],
  group: ['people', 'faith', 'language-community'],
  thing: ['weapon', 'treaty', 'war', 'battle', 'uprising', 'ideology', 'doctrine', 'election', 'disaster', 'event'],
} as const satisfies Record<Kind, readonly string[]>;

/** How a role counts for the body or state it is held in. `leader` also means who really ruled. */
export const OFFICES = ['head-of-state', 'head-of-government', 'leader'] as const;
export type Office = (typeof OFFICES)[number];

export const RELATIONS = [
  'member-of',
  'part-of',
  'leader-of',
  'successor-of',
  'opponent-in',
  'maker-of',
  'based-in',
  'party-to',
  'ally-of',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What a relation is called from its other end; derived from the one statement, never written. */
export const INVERSES = {
  'member-of': 'has-member',
  'part-of': 'has-part',
  'leader-of': 'led-by',
  'successor-of': 'succeeded-by',
  'opponent-in': 'fought-by',
  'maker-of': 'made-by',
  'based-in': 'seat-of',
  'party-to': 'has-party',
  'ally-of': 'ally-of',
} as const satisfies Record<Relation, string>;
type InverseRelation = (typeof INVERSES)[Relation];

/** Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an absent `from` or `to` is open. */
export interface Role {
  title: string;
  of?: string;
  office?: Office;
  from?: string;
  to?: string;
}

export interface Status {
  text: string;
  from?: string;
  to?: string;
}

/** Who held an office in this state or body: derived from the people's roles, never written by hand. */
export interface Holder {
  person: string;
  name: string;
  title: string;
  office: Office;
  from?: string;
  to?: string;
}

export interface Link {
  rel: Relation;
  to: string;
}

interface InverseLink {
  rel: InverseRelation;
  to: string;
}

/** One entry of the glossary. Absent facts are absent, never guessed. Every id named in it exists. */
export interface Entry {
  id: string;
  kind: Kind;
  subkind?: string;
  name: string;
  aliases: string[];
  /** Forms that mean this entry only where the article gives other evidence. */
  weak: string[];
  demonyms: string[];
  summary: string;
  wikipedia?: string;
  /** ISO 3166-1 alpha-2 codes. */
  country: string[];
  born?: string;
  died?: string;
  founded?: string;
  dissolved?: string;
  roles: Role[];
  status: Status[];
  holders: Holder[];
  /** Degrees. */
  lat?: number;
  lon?: number;
  /** People living there. */
  population?: number;
  standsFor?: string;
  capital?: string;
  links: Link[];
  /** Links of other entries to this one, seen from here. */
  inverse: InverseLink[];
  /** How surely a bare mention in world news means this entry: 1 (specialists) to 5 (everyone). */
  renown: number;
  sources: string[];
}

/** Where in the source an entry was written, for messages to its editor. */
export interface Origin {
  file: string;
  line: number;
}
