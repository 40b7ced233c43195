import type { Entry } from '../model.ts';

/**
 * Bodies that every state has and that news names by the state's adjective or name. `{adj}` is each adjective, `{state}`
 * the name and its short forms. A word in lower case matches with or without a capital.
 */
interface Pattern {
  readonly key: string;
  readonly subkind: string;
  readonly name: string;
  readonly summary: string;
  readonly forms: readonly string[];
}

const DEFENCE = ['defence', 'defense'];

function ministry(subject: string, variants: readonly string[]): string[] {
  return variants.flatMap((variant) => [
    `{adj} ${variant} ministry`,
    `{state} ${variant} ministry`,
    `{state}'s ${variant} ministry`,
    `{adj} ministry of ${variant}`,
    `{state}'s ministry of ${variant}`,
    `Ministry of ${subject} of {state}`,
  ]);
}

const PATTERNS: readonly Pattern[] = [
  {
    key: 'government',
    subkind: 'government-body',
    name: 'Government of {the}',
    summary: 'The executive of {the}.',
    forms: ['Government of {state}', '{state} Government', '{adj} Government', '{abbr} Government'],
  },
  {
    key: 'ministry-of-foreign-affairs',
    subkind: 'government-body',
    name: 'Ministry of Foreign Affairs of {the}',
    summary: 'Ministry that conducts the foreign relations of {the}.',
    forms: [...ministry('Foreign Affairs', ['foreign', 'foreign affairs']), 'Foreign Ministry of {state}'],
  },
  {
    key: 'ministry-of-defence',
    subkind: 'government-body',
    name: 'Ministry of Defence of {the}',
    summary: 'Ministry in charge of the armed forces of {the}.',
    forms: [...ministry('Defence', DEFENCE), 'Ministry of Defense of {state}', 'Defence Ministry of {state}', '{state} MoD'],
  },
  {
    key: 'ministry-of-internal-affairs',
    subkind: 'government-body',
    name: 'Ministry of the Interior of {the}',
    summary: 'Ministry of {the} for police, civil protection and internal administration.',
    forms: [...ministry('Internal Affairs', ['interior', 'internal affairs']), 'Interior Ministry of {state}'],
  },
  {
    key: 'ministry-of-finance',
    subkind: 'government-body',
    name: 'Ministry of Finance of {the}',
    summary: 'Ministry of {the} for the budget and taxes.',
    forms: ministry('Finance', ['finance']),
  },
  {
    key: 'ministry-of-justice',
    subkind: 'government-body',
    name: 'Ministry of Justice of {the}',
    summary: 'Ministry of {the} for courts and law.',
    forms: ministry('Justice', ['justice']),
  },
  {
    key: 'armed-forces',
    subkind: 'armed-forces',
    name: 'Armed forces of {the}',
    summary: 'The military of {the}.',
    forms: ['{adj} armed forces', "{state}'s armed forces", 'Armed Forces of {state}'],
  },
  {
    key: 'army',
    subkind: 'armed-forces',
    name: 'Army of {the}',
    summary: 'Land forces of {the}.',
    forms: ['{adj} army', "{state}'s army", '{abbr} army'],
  },
  {
    key: 'air-force',
    subkind: 'armed-forces',
    name: 'Air force of {the}',
    summary: 'Air arm of the military of {the}.',
    forms: ['{adj} air force', "{state}'s air force", '{abbr} air force'],
  },
  {
    key: 'navy',
    subkind: 'armed-forces',
    name: 'Navy of {the}',
    summary: 'Naval arm of the military of {the}.',
    forms: ['{adj} navy', "{state}'s navy", '{abbr} navy'],
  },
  {
    key: 'parliament',
    subkind: 'government-body',
    name: 'Parliament of {the}',
    summary: 'Legislature of {the}.',
    forms: ['{adj} Parliament', 'Parliament of {state}', 'National Assembly of {state}'],
  },
  {
    key: 'supreme-court',
    subkind: 'court',
    name: 'Supreme court of {the}',
    summary: 'Highest ordinary court of {the}.',
    forms: ['{adj} Supreme Court', '{abbr} Supreme Court', "{state}'s Supreme Court", 'Supreme Court of {state}'],
  },
  {
    key: 'central-bank',
    subkind: 'bank',
    name: 'Central bank of {the}',
    summary: 'Bank of issue of {the}.',
    forms: ['{adj} central bank', "{state}'s central bank", 'Central Bank of {state}'],
  },
];

const ARTICLE =
  /^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Solomon |Marshall |Soviet |Czech Republic|Central African|Dominican Republic|DR |Democratic Republic|Republic of |Ottoman )/;

/** The institutions of one state, as entries. `adjectives` are those of its demonyms that qualify a noun. */
export function institutionsOf(state: Entry): Entry[] {
  const adjectives = state.demonyms.filter((word) => !word.endsWith('s') || word.length <= 5);
  const abbreviations = state.aliases.filter((alias) => /^\p{Lu}{2,3}$/u.test(alias));
  const official = state.aliases
    .filter((alias) => /^[^,()]*\b(?:Federation|Republic|Kingdom|Emirates|Union|States)\b[^,()]*$/.test(alias))
    .slice(0, 1);
  const names = [state.name, ...abbreviations];
  const the = ARTICLE.test(state.name) ? `the ${state.name}` : state.name;
  return PATTERNS.map((pattern) => ({
    id: `${pattern.key}-of-${state.id}`,
    kind: 'organisation',
    subkind: pattern.subkind,
    name: pattern.name.replace('{the}', the),
    aliases: pattern.forms.flatMap((form) => {
      if (form.includes('{adj}')) return adjectives.map((word) => form.replace('{adj}', word));
      if (form.includes('{abbr}')) return abbreviations.map((word) => form.replace('{abbr}', word));
      const whole = /^\p{Lu}.* of \{state\}$/u.test(form) ? [...names, ...official.map((name) => `the ${name}`)] : names;
      return whole.map((name) => form.replace('{state}', name));
    }),
    weak: [],
    demonyms: [],
    summary: pattern.summary.replace('{the}', the),
    country: state.country,
    roles: [],
    status: [],
    holders: [],
    links: [{ rel: 'part-of', to: state.id }],
    inverse: [],
    renown: Math.max(1, state.renown - 1),
    sources: ['editor'],
  }));
}
