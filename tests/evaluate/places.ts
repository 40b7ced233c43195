import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDay } from '#lib/chronicle/index.ts';
import { annotateDocument } from '#lib/commands/annotate-document.ts';
import { plainDocument } from '#lib/commands/read-document.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import type { Recogniser } from '#lib/names/index.ts';

interface Position {
  readonly lat: number;
  readonly lon: number;
}

interface GoldPlace extends Position {
  readonly start: number;
  readonly end: number;
}

interface PlacesText {
  readonly id: string;
  readonly day: number;
  readonly text: string;
  readonly places: readonly GoldPlace[];
}

/** Within 100 miles a place counts as the one that is meant, as in most measurements of this kind. */
const NEAR_KM = 161;

export function isNear(a: Position, b: Position): boolean {
  const degrees = Math.PI / 180;
  const x = (a.lon - b.lon) * degrees * Math.cos(((a.lat + b.lat) / 2) * degrees);
  return Math.hypot(x, (a.lat - b.lat) * degrees) * 6371 <= NEAR_KM;
}

const FILE = fileURLToPath(new URL('./places/local-news.txt', import.meta.url));

/** Articles of our own about towns that share their names; "[[Paris|33.66,-95.56]]" is a place and where it lies. */
async function readPlaces(): Promise<PlacesText[]> {
  const [, ...articles] = (await readFile(FILE, 'utf8')).split(/^=== /m);
  return articles.map((article) => {
    const [head = '', ...rest] = article.split('\n');
    const [id = '', date = ''] = head.split('|').map((field) => field.trim());
    const places: GoldPlace[] = [];
    let text = '';
    let from = 0;
    const marked = rest.join('\n').trim();
    for (const match of marked.matchAll(/\[\[([^|\]]+)\|([-\d.]+),([-\d.]+)\]\]/g)) {
      text += marked.slice(from, match.index);
      const surface = match[1] ?? '';
      places.push({ start: text.length, end: text.length + surface.length, lat: Number(match[2]), lon: Number(match[3]) });
      text += surface;
      from = match.index + match[0].length;
    }
    return { id, day: parseDay(date) ?? 20200101, text: text + marked.slice(from), places };
  });
}

export interface PlacesScore {
  /** Places of the gold; share of them that are marked with an entry that lies somewhere. */
  readonly places: number;
  readonly found: number;
  /** Share of those found that lie within 161 km of the truth. */
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** How many places of articles about towns of shared names are taken for the right one. */
export async function scorePlaces(glossary: Glossary, recogniser: Recogniser): Promise<PlacesScore> {
  const wrong: string[] = [];
  const missed: string[] = [];
  let places = 0;
  for (const { id, day, text, places: gold } of await readPlaces()) {
    const { mentions } = annotateDocument(plainDocument(id, text, day), glossary, recogniser, day);
    for (const place of gold) {
      places++;
      const surface = text.slice(place.start, place.end);
      const found = mentions.find(({ start, end }) => start === place.start && end === place.end);
      if (found?.lat === undefined || found.lon === undefined) missed.push(`${id}: ${surface}${found ? ` (${found.kind})` : ''}`);
      else if (!isNear(place, { lat: found.lat, lon: found.lon })) wrong.push(`${id}: ${surface} -> ${found.entry}`);
    }
  }
  const found = places - missed.length;
  return { places, found: found / Math.max(1, places), right: 1 - wrong.length / Math.max(1, found), wrong, missed };
}
