import type { Entry } from '../model.ts';
import { type Region, roundDegrees } from './geonames.ts';

/** What a country calls its second-level regions, and the words that GeoNames writes around their names. */
interface Naming {
  /** English noun behind the name; none where the name stands alone. */
  readonly noun?: string;
  readonly around?: RegExp;
}

const DISTRICT = /^(?:District|Zila) | (?:District|Zila|Tehsil|Agency|Governorate)$/i;

/** The countries whose second-level regions news names; the rest have theirs for towns, or of towns' names. */
const NAMING: Readonly<Record<string, Naming>> = {
  US: {},
  GB: {
    around:
      /^(?:(?:The|Sir|Royal Borough of|City and (?:Borough|County) of|Metropolitan Borough of|City of|Borough of|District of|County of) )+| (?:County Borough|county borough|Council|City)$/,
  },
  IE: { around: /^County | (?:County|City)$/ },
  FR: {},
  IN: { noun: 'district', around: DISTRICT },
  PK: { noun: 'District', around: DISTRICT },
  BD: { noun: 'District', around: DISTRICT },
  LK: { noun: 'District', around: DISTRICT },
  AF: { noun: 'District', around: DISTRICT },
  SY: { noun: 'District', around: DISTRICT },
  IQ: { noun: 'District', around: DISTRICT },
  UG: { noun: 'District', around: DISTRICT },
  MW: { noun: 'District', around: DISTRICT },
  MY: { noun: 'District', around: DISTRICT },
  SO: { noun: 'District', around: /^Degmada | District$/ },
  PH: { noun: 'province', around: /^Province of / },
  ID: { noun: 'Regency', around: /^(?:Kabupaten|Kota) / },
  IR: { noun: 'County', around: /^Shahrestān-e /i },
  UA: { noun: 'Raion', around: / (?:Raion|rayon)$/i },
  ZA: { noun: 'District', around: / (?:District|Metropolitan)(?: Municipality)?$/ },
  TW: { noun: 'County', around: / (?:County|City)$/ },
};

/** A second-level region as news names it. */
export interface SecondLevel {
  readonly region: Region;
  /** "Kupwara district", "Orange County", "Devon". */
  readonly name: string;
  /** "Kupwara": without its noun; the name itself where it has none. */
  readonly bare: string;
}

/** Those of the regions that are worth an entry, with their names. */
export function secondLevelOf(regions: readonly Region[]): SecondLevel[] {
  return regions.flatMap((region) => {
    const naming = NAMING[region.country];
    if (!naming) return [];
    const bare = region.name.replace(naming.around ?? /$^/, '').trim();
    if (!/^\p{Lu}/u.test(bare) || /[(,]/.test(bare)) return [];
    return [{ region, bare, name: naming.noun ? `${bare} ${naming.noun}` : bare }];
  });
}

/** What an entry says of a region; the bare name is none of its forms where a town has it. */
export function secondLevelFacts(
  { region, name, bare }: SecondLevel,
  isTown: boolean,
  first: string | undefined,
  state: string | undefined,
): Pick<Entry, 'kind' | 'subkind' | 'name' | 'aliases' | 'summary' | 'country' | 'lat' | 'lon' | 'sources'> {
  const where = [first, state].filter(Boolean).join(', ');
  return {
    kind: 'place',
    subkind: 'region',
    name,
    aliases: [...(region.country === 'US' && first ? [`${name}, ${first}`] : []), ...(isTown || name === bare ? [] : [bare])],
    summary: where ? `${nounOf(region.country, name)} in ${where}.` : `${nounOf(region.country, name)}.`,
    country: [region.country],
    lat: roundDegrees(region.lat),
    lon: roundDegrees(region.lon),
    sources: ['geonames'],
  };
}

function nounOf(country: string, name: string): string {
  const noun = / (County|Parish|district|District|province|Regency|Raion)$/.exec(name)?.[1];
  if (noun) return noun.charAt(0).toUpperCase() + noun.slice(1);
  return country === 'FR' ? 'Department' : country === 'IE' ? 'County' : 'District';
}
