import type { Position } from './model.ts';

/** West, south, east, north, degrees. */
type Region = readonly [west: number, south: number, east: number, north: number];

interface DisputedBorder {
  /** Names as in the world file. */
  readonly between: readonly [string, string];
  /** The stretch that is disputed; the whole border where absent. */
  readonly within?: Region;
}

/**
 * Borders that Natural Earth draws and that are not agreed upon: lines of control, of armistice and of secession. A border with a
 * third state is not disputed by it (Kosovo's with Albania, Western Sahara's with Algeria) and stays solid.
 */
export const DISPUTED_BORDERS: readonly DisputedBorder[] = [
  { between: ['Crimea', 'Ukraine'] },
  { between: ['Kosovo', 'Serbia'] },
  { between: ['N. Cyprus', 'Cyprus'] },
  { between: ['Somaliland', 'Somalia'] },
  { between: ['W. Sahara', 'Morocco'] },
  { between: ['Palestine', 'Israel'] },
  { between: ['Israel', 'Syria'] },
  { between: ['India', 'Pakistan'], within: [73, 32.4, 80, 37] },
  { between: ['India', 'China'] },
  { between: ['Pakistan', 'China'], within: [73, 34.5, 78, 37.5] },
  { between: ['Siachen Glacier', 'India'] },
  { between: ['Siachen Glacier', 'Pakistan'] },
  { between: ['Siachen Glacier', 'China'] },
  { between: ['Egypt', 'Sudan'], within: [33, 21, 38, 24] },
  { between: ['Sudan', 'S. Sudan'], within: [27.5, 9, 30, 11] },
];

/**
 * Lines that the world file lacks because it draws land under who holds it. Western Sahara's north, the parallel of 27°40' from the sea
 * to the Algerian border (1912), where the file has only the berm. The Golan's west, between what was Palestine under the mandate
 * and Syria (1923): the upper Jordan, the lake's eastern shore, the Yarmuk. Known to about 2 km, which is a pixel of a card's map.
 */
export const DISPUTED_LINES: readonly (readonly Position[])[] = [
  [-13.17, -12, -11, -10, -8.67].map((lon): Position => [lon, 27.667]),
  [
    [35.66, 33.28],
    [35.69, 33.24],
    [35.65, 33.2],
    [35.63, 33.08],
    [35.63, 32.98],
    [35.62, 32.89],
    [35.65, 32.85],
    [35.66, 32.77],
    [35.65, 32.71],
    [35.68, 32.69],
  ],
];

/** The dispute about the border between two lands, if there is one. */
export function disputeBetween(one: string, other: string): DisputedBorder | null {
  return DISPUTED_BORDERS.find(({ between }) => between.includes(one) && between.includes(other)) ?? null;
}

/** Whether a border is disputed at this position. */
export function isDisputed({ within }: DisputedBorder, at: Position): boolean {
  return !within || (at[0] >= within[0] && at[1] >= within[1] && at[0] <= within[2] && at[1] <= within[3]);
}

/** Land of disputed status by its name in the world file: the codes of who holds or claims it. */
export const CLAIMED_LAND: Readonly<Record<string, readonly string[]>> = {
  Crimea: ['UA', 'RU'],
  Kosovo: ['RS'],
  'N. Cyprus': ['CY'],
  'W. Sahara': ['MA', 'EH'],
  Somaliland: ['SO'],
  'Siachen Glacier': ['IN', 'PK'],
};
