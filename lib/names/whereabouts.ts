import type { Gazetteer, Head, Posting } from '#lib/glossary/index.ts';
import type { Match } from './match.ts';
import type { Block } from './prepare.ts';

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** A place that the article surely names. */
interface Anchor extends Position {
  /** How far it speaks for others, kilometres: a region further than a town. */
  readonly reach: number;
}

/** Where an article is about: the places it surely names, and those of which it says in what state or region they lie. */
export interface Whereabouts {
  /** Folded form to the places that it surely means; a form does not speak for itself. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** Entries that a container behind their name has told ("Paris, Texas"), wherever the article goes on to name them. */
  readonly contained: ReadonlySet<number>;
  /** Where a name stands as a container, the entries that it can be. */
  readonly containers: ReadonlyMap<Match, ReadonlySet<number>>;
  /** What was worked out before, by form and entry (see placesAround): a name comes again and again. */
  readonly worked: Map<string, Map<number, number>>;
}

export const NOWHERE: Whereabouts = { anchors: new Map(), contained: new Set(), containers: new Map(), worked: new Map() };

/** Log-odds that a name before its container ("Paris, Texas") means the one that lies there. */
const CONTAINED = 6;
/** Log-odds for each doubling of what the anchors around a place say for it. */
const AROUND = 2.2;
/** With so many places around it a small town is as good a reading of its name as its famous namesake. */
const LOCAL = 3;
/** Kilometres at which a town's word counts a third. */
const TOWN_REACH = 120;
const REGION_REACH = 300;
/** A region's middle is at most so far from a town in it, kilometres; a city's from its quarters. */
const REGION_SPAN = 750;
const CITY_SPAN = 40;
/** More anchors than these add nothing but time. */
const MOST_ANCHORS = 80;

const RADIANS = Math.PI / 180;

/** Kilometres between two places, to a few in a hundred. */
function kilometresBetween(a: Position, b: Position): number {
  const span = Math.abs(b.lon - a.lon);
  const x = Math.min(span, 360 - span) * RADIANS * Math.cos(((a.lat + b.lat) / 2) * RADIANS);
  const y = (b.lat - a.lat) * RADIANS;
  return Math.sqrt(x * x + y * y) * 6371;
}

/** How much the article's other places say for one that lies here: about 1 for each that is close by. */
export function placesAround({ index }: Gazetteer, { anchors, worked }: Whereabouts, entry: number, form: string): number {
  const known = worked.get(form) ?? new Map<number, number>();
  worked.set(form, known);
  const before = known.get(entry);
  if (before !== undefined) return before;
  const place = index.place(entry);
  const around = place ? sumAround(anchors, place, form) : 0;
  known.set(entry, around);
  return around;
}

function sumAround(anchors: Whereabouts['anchors'], place: Position, form: string): number {
  let around = 0;
  for (const [name, anchor] of anchors) {
    // A degree of latitude is 111 km: most anchors are too far to ask for more.
    if (name === form || Math.abs(anchor.lat - place.lat) * 111 > 4 * anchor.reach) continue;
    around += Math.exp(-kilometresBetween(anchor, place) / anchor.reach);
  }
  return around;
}

/** That much as log-odds, and what a container says. `weak` is what the place's form costs it for being another's first of all. */
export function nearness({ contained, containers }: Whereabouts, match: Match, entry: number, around: number, weak: number): number {
  const known = contained.has(entry) || containers.get(match)?.has(entry) === true;
  return AROUND * Math.log2(1 + around) + (known ? CONTAINED : 0) - weak * (known ? 1 : Math.min(1, around / LOCAL));
}

/** The form under which a match is known: its folded words. */
export function formOf({ tokens }: Block, { first, last }: Match): string {
  let form = tokens[first]?.folded ?? '';
  for (let at = first + 1; at <= last; at++) form += ` ${tokens[at]?.folded ?? ''}`;
  return form;
}

const isRegion = ({ subkind }: Head): boolean => subkind === 'region' || subkind === 'territory';

/** How far a place speaks for others; 0 for what is too wide to speak at all. */
function reachOf(head: Head): number {
  if (isRegion(head)) return REGION_REACH;
  return ['city', 'building', 'site', 'island', 'lake'].includes(head.subkind ?? '') ? TOWN_REACH : 0;
}

/** A reading that was chosen for a match, or null where none is sure. */
export interface Chosen {
  readonly entry: number;
  readonly head: Head;
}

/** Gathers the whereabouts; `chosen` gives the reading that is surely meant by a match. */
export function whereaboutsOf(
  gazetteer: Gazetteer,
  blocks: readonly Block[],
  matches: readonly (readonly Match[])[],
  chosen: (match: Match) => Chosen | null,
): Whereabouts {
  const anchors = new Map<string, Anchor>();
  const contained = new Set<number>();
  const containers = new Map<Match, ReadonlySet<number>>();
  blocks.forEach((block, number) => {
    const own = matches[number] ?? [];
    own.forEach((match, at) => {
      const sure = chosen(match);
      const reach = sure?.head.kind === 'place' && anchors.size < MOST_ANCHORS ? reachOf(sure.head) : 0;
      const place = sure && reach > 0 ? gazetteer.index.place(sure.entry) : null;
      if (place) anchors.set(formOf(block, match), { ...place, reach });
      const next = own[at + 1];
      if (sure && isTown(sure.head) && isNamedAfter(block, match)) contained.add(sure.entry);
      if (match.readings.length < 2 || !next || !holdsBefore(block, match, next)) return;
      const { inside, outside } = insideOf(gazetteer, match, next);
      for (const entry of inside) contained.add(entry);
      if (outside.size > 0) containers.set(next, outside);
    });
  });
  return { anchors, contained, containers, worked: new Map() };
}

/** "Santiago de Cuba", "Frankfurt an der Oder": a town's name with what tells it from others. */
function isNamedAfter({ tokens }: Block, { first, last }: Match): boolean {
  return last > first + 1 && tokens[first]?.capital === true && TELLS.has(tokens[first + 1]?.folded ?? '');
}
const TELLS = new Set(['de', 'del', 'di', 'da', 'do', 'of', 'on', 'upon', 'an', 'am', 'im', 'sur', 'sous', 'en', 'in', 'al', 'el']);

const isTown = ({ kind, subkind }: Head): boolean => kind === 'place' && subkind === 'city';

/** Matches in which the first word of such a name, standing alone, can mean it, too. */
export function withShortPlaces({ index }: Gazetteer, blocks: readonly Block[], matches: Match[][]): Match[][] {
  const long = new Map<string, Set<number>>();
  blocks.forEach((block, number) => {
    for (const match of matches[number] ?? []) {
      if (!isNamedAfter(block, match)) continue;
      const form = block.tokens[match.first]?.folded ?? '';
      const known = long.get(form) ?? new Set();
      for (const { entry, weak } of match.readings) if (!weak && isTown(index.head(entry))) known.add(entry);
      long.set(form, known);
    }
  });
  if (long.size === 0) return matches;
  return matches.map((own, number) =>
    own.map((match) => {
      const entries = match.first === match.last ? long.get(blocks[number]?.tokens[match.first]?.folded ?? '') : undefined;
      const added = [...(entries ?? [])].filter((entry) => !match.readings.some((reading) => reading.entry === entry));
      if (added.length === 0) return match;
      const short = added.map((entry): Posting => ({ entry, via: 'short', weak: false, word: false, capitals: 1, acronyms: 0 }));
      return { ...match, readings: [...match.readings, ...short] };
    }),
  );
}

/** "Paris, Texas", "Athens (Georgia)", "Athens in Georgia". */
function holdsBefore({ tokens }: Block, match: Match, next: Match): boolean {
  const own = tokens[match.last];
  const gap = tokens[next.first]?.gap;
  if (own?.possessive) return false;
  if (next.first === match.last + 1) return gap === 'comma' || gap === 'bracket';
  return next.first === match.last + 2 && gap === 'space' && tokens[match.last + 1]?.folded === 'in';
}

/** The readings of a name, and of the name behind it, that lie one in the other. */
function insideOf(gazetteer: Gazetteer, match: Match, next: Match): { inside: Set<number>; outside: Set<number> } {
  const inside = new Set<number>();
  const outside = new Set<number>();
  // "Lebanon, Georgia and Armenia" is a list.
  if (isState(gazetteer, match) && isState(gazetteer, next)) return { inside, outside };
  for (const outer of next.readings) {
    const around = gazetteer.index.head(outer.entry);
    const middle = gazetteer.index.place(outer.entry);
    if (around.kind !== 'place' || !middle || outer.via === 'demonym') continue;
    const country = around.subkind === 'country';
    const span = country ? Infinity : isRegion(around) ? REGION_SPAN : around.subkind === 'city' ? CITY_SPAN : 0;
    const inner = match.readings
      .filter(({ entry, via }) => entry !== outer.entry && via !== 'demonym' && lies(gazetteer, entry, around))
      .map(({ entry }) => ({ entry, far: kilometresBetween(gazetteer.index.place(entry) ?? middle, middle) }))
      .filter(({ far }) => far <= span);
    const nearest = inner.reduce((best, one) => (best && best.far <= one.far ? best : one), inner[0]);
    if (!nearest) continue;
    outside.add(outer.entry);
    for (const { entry } of country ? inner : [nearest]) inside.add(entry);
  }
  return { inside, outside };
}

const isState = ({ index }: Gazetteer, { readings }: Match): boolean =>
  readings.some(({ entry, via }) => via !== 'demonym' && index.head(entry).subkind === 'country');

function lies({ index }: Gazetteer, entry: number, around: Head): boolean {
  const head = index.head(entry);
  if (head.kind !== 'place' || head.subkind === 'country') return false;
  return head.country !== 0 && (head.country === around.country || head.country2 === around.country);
}
