import { worldFile } from '#lib/atlas/compile/index.ts';
import { drawMap, type LocatorMap, openWorld, type Subject } from '#lib/atlas/index.ts';
import type { Card } from '#lib/card/index.ts';

const PLAIN: Card = {
  name: '',
  title: '',
  kind: 'person',
  subkind: null,
  here: false,
  lead: '',
  lines: [],
  facts: [],
  quote: null,
  met: null,
  count: 1,
  remark: null,
  others: [],
  steps: [],
  place: null,
  wikipedia: null,
  entry: 'x',
  key: 'x',
};

const card = (name: string, more: Partial<Card>): Card => ({ ...PLAIN, name, title: name, entry: name, key: name, ...more });
const step = (...names: string[]) => names.map((name) => ({ id: name, name }));

/** A card of each kind and of each hard case, with the place whose map it shows. */
export const CARDS: readonly { readonly card: Card; readonly at?: Subject }[] = [
  {
    card: card('Mike Pompeo', {
      lead: 'US Secretary of State, since April 2018',
      lines: [
        { label: 'later', texts: ['left this role in January 2021'] },
        { label: 'before', texts: ['Director of the CIA 2017 to 2018', 'Representative for Kansas 2011 to 2017'] },
      ],
      facts: ['born 1963'],
      count: 3,
      wikipedia: 'Mike_Pompeo',
      steps: [{ rel: 'country', to: step('United States'), more: 0 }],
    }),
  },
  {
    card: card('OSCE Minsk Group', {
      kind: 'organisation',
      subkind: 'international-body',
      lead: 'Mediates over Nagorno-Karabakh since 1992; chaired by Russia, the United States and France',
      steps: [{ rel: 'has-member', to: step('Russia', 'United States', 'France', 'Turkey'), more: 7 }],
      wikipedia: 'OSCE_Minsk_Group',
    }),
  },
  {
    card: card('Azerbaijani', {
      kind: 'group',
      subkind: 'people',
      lead: 'Of Azerbaijan, or of its people; President Ilham Aliyev',
      count: 12,
    }),
  },
  {
    card: card('Nagorno-Karabakh', {
      kind: 'place',
      subkind: 'disputed-territory',
      lead: 'Region in the South Caucasus, internationally recognised as part of Azerbaijan',
      lines: [
        { label: 'then', texts: ['held mainly by the unrecognised Republic of Artsakh, backed by Armenia'] },
        { label: 'later', texts: ['2023: Azerbaijan took the rest'] },
      ],
      place: { lat: 39.82, lon: 46.75 },
      count: 8,
      wikipedia: 'Nagorno-Karabakh',
    }),
    at: { id: 'nk', name: 'Nagorno-Karabakh', lat: 39.82, lon: 46.75, subkind: 'disputed-territory', country: ['AZ'] },
  },
  {
    card: card('Bayraktar TB2', {
      kind: 'thing',
      subkind: 'weapon',
      lead: 'Armed drone made by Baykar in Turkey, in service since 2014',
      steps: [{ rel: 'made-by', to: step('Baykar'), more: 0 }],
    }),
  },
  {
    card: card('Rob Lee', {
      entry: null,
      lead: 'US military analyst',
      quote: { phrase: 'US military analyst', sentence: 'US military analyst Rob Lee told reporters that the drones made the difference.' },
      count: 3,
    }),
  },
  {
    card: card('Georgia', {
      kind: 'place',
      subkind: 'country',
      lead: 'State in the South Caucasus; President Salome Zourabichvili',
      remark: 'uncertain',
      others: [
        {
          id: 'georgia-us',
          name: 'Georgia',
          lead: 'State in the south-east of the United States',
          kind: 'place',
          subkind: 'region',
          country: ['US'],
        },
      ],
      place: { lat: 42, lon: 43.5 },
    }),
    at: { id: 'ge', name: 'Georgia', lat: 42, lon: 43.5, subkind: 'country', country: ['GE'] },
  },
  {
    card: card('Association of the Families of Prisoners, Missing Persons and Displaced Inhabitants of Thirty-Seven Mountain Villages', {
      kind: 'organisation',
      subkind: 'ngo',
      lead: 'Association founded in 1994',
      lines: [
        {
          label: 'before',
          texts: Array.from(
            { length: 6 },
            (_, at) => `Minister of this and that, the ${at + 1}th, of a state with a long name, 2001 to 2005`,
          ),
        },
      ],
    }),
  },
  { card: card('عبد الفتاح السيسي', { lead: 'President of Egypt, since June 2014', remark: 'repaired' }) },
];

/** The map of a place, as the background draws it. */
export function mapsOf(width: number, height: number): (...subjects: Subject[]) => LocatorMap | null {
  const world = openWorld(worldFile());
  return (...subjects) => drawMap(subjects, world, { width, height });
}
