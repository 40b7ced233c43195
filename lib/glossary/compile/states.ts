import countryNames from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import nationalities from 'i18n-nationality';
import nationalitiesEnglish from 'i18n-nationality/langs/en.json' with { type: 'json' };
import { iso31661 } from 'iso-3166';
import { fold } from '#lib/text/index.ts';
import type { Entry } from '../model.ts';
import { middleOf } from './shapes.ts';

countryNames.registerLocale(english);
nationalities.registerLocale(nationalitiesEnglish);

/** A nationality given as one plain adjective; the package also holds names of places and bracketed explanations. */
const PLAIN_ADJECTIVE = /^\p{Lu}\p{L}+(?:an|ian|ese|ish|i|er|ch|ek|ic)$/u;

interface PackagedState {
  readonly code: string;
  readonly names: readonly string[];
  readonly demonym: string | null;
  /** Degrees, three decimals; null where no shape is packaged. */
  readonly lat: number | null;
  readonly lon: number | null;
}

const round = (degrees: number) => Math.round(degrees * 1000) / 1000;

/**
 * Every state and territory of ISO 3166-1 with its English names (i18n-iso-countries, MIT), its adjective
 * (i18n-nationality, MIT) and the middle of its shape (Natural Earth 4.1 by world-atlas, public domain).
 */
function packagedStates(): PackagedState[] {
  const allNames = countryNames.getNames('en', { select: 'all' });
  const allDemonyms = nationalities.getNames('en');
  return iso31661
    .filter((state) => state.state === 'assigned')
    .map((state) => {
      const middle = middleOf(state.alpha2);
      const demonym = allDemonyms[state.alpha2] ?? '';
      return {
        code: state.alpha2,
        names: allNames[state.alpha2] ?? [state.name],
        demonym: PLAIN_ADJECTIVE.test(demonym) ? demonym : null,
        lat: middle ? round(middle.lat) : null,
        lon: middle ? round(middle.lon) : null,
      };
    });
}

const CODES: ReadonlySet<string> = new Set([...iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2), 'XK']);

/** Whether two letters are a code of ISO 3166-1 that is in use, or Kosovo's. */
export const isCountryCode = (code: string): boolean => CODES.has(code);

/** Whether an entry is the state or territory that its one country code stands for. */
export function isState(entry: Entry): boolean {
  return entry.kind === 'place' && (entry.subkind === 'country' || entry.subkind === 'territory') && entry.country.length === 1;
}

/**
 * Joins the packaged states to the written ones: a written state gains the packaged names as aliases and, where the
 * editor gave none, the packaged adjective; a state that nobody has written yet becomes an entry of its own.
 */
export function joinStates(written: readonly Entry[]): Entry[] {
  const byCode = new Map<string, Entry>();
  for (const entry of written) {
    const code = entry.country[0];
    if (code && isState(entry) && !byCode.has(code)) byCode.set(code, entry);
  }
  const joined = [...written];
  for (const state of packagedStates()) {
    const entry = byCode.get(state.code);
    if (entry) {
      const known = new Set([entry.name, ...entry.aliases].map(fold));
      for (const name of state.names) if (!known.has(fold(name)) && !name.includes('(')) entry.aliases.push(name);
      if (entry.demonyms.length === 0 && state.demonym) entry.demonyms.push(state.demonym);
      continue;
    }
    const name = state.names[0];
    if (!name || state.lat === null || state.lon === null) continue;
    joined.push({
      id: fold(name)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
      kind: 'place',
      subkind: 'territory',
      name,
      aliases: state.names.slice(1),
      weak: [],
      demonyms: state.demonym ? [state.demonym] : [],
      summary: `State or territory with the ISO code ${state.code}.`,
      country: [state.code],
      roles: [],
      status: [],
      holders: [],
      lat: state.lat,
      lon: state.lon,
      links: [],
      inverse: [],
      renown: 2,
      sources: ['iso-3166', 'natural-earth'],
    });
  }
  return joined;
}
