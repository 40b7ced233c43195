/** Degrees, longitude first as in GeoJSON. */
export type Position = readonly [lon: number, lat: number];

/** What a map is to show the place of. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** As in the glossary; null for what is none of its kinds of place. */
  readonly subkind: string | null;
  /** ISO 3166-1 alpha-2 codes, the first the one it is held to be part of. */
  readonly country: readonly string[];
}

/** How a subject is drawn: a town's dot, a circle for what has no one point, a dashed ring for what is disputed, or by its name alone. */
export type MarkShape = 'dot' | 'circle' | 'ring' | 'none';

/** All lengths are pixels of the map, x to the right and y down. */
export interface MapMark {
  readonly id: string;
  readonly name: string;
  readonly shape: MarkShape;
  readonly x: number;
  readonly y: number;
}

/** A piece of text; `x`, `y` is where its anchor and its base line are. */
export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** A neighbour's name, the home state's, a subject's, or a note about one ("disputed"). */
  readonly role: 'land' | 'home' | 'subject' | 'note';
}

/** A map as data: paths of SVG, of M, L, Z and numbers only. */
export interface LocatorMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  /** The states that the subjects are in. */
  readonly home: string;
  /** Land whose status is disputed and that a home state claims or holds. */
  readonly contested: string;
  readonly coast: string;
  readonly borders: string;
  /** Borders and lines that are not agreed upon: drawn dashed. */
  readonly disputed: string;
  readonly marks: readonly MapMark[];
  readonly labels: readonly MapLabel[];
  readonly scale: { readonly length: number; readonly text: string };
  /** What the map shows, for those who do not see it: "Map: Ganja, in the west of Azerbaijan. Around it: Georgia, Armenia." */
  readonly description: string;
}

/** Width and height of a card's map, pixels. */
export const CARD_MAP = { width: 350, height: 190 } as const;
