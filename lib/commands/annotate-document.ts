import { noteOf } from '#lib/card/index.ts';
import { dayToIso } from '#lib/chronicle/index.ts';
import type { Glossary, Kind } from '#lib/glossary/index.ts';
import { type Introduction, introduce, type Place } from '#lib/introduce/index.ts';
import { annotate, type Mention, type Recogniser } from '#lib/names/index.ts';
import type { ReadDocument } from './read-document.ts';

/** A mention as the command line gives it (the contract's shape). */
export interface AnnotatedMention {
  start: number;
  end: number;
  surface: string;
  kind: string;
  entry: string | null;
  name: string;
  wikipedia?: string;
  lat?: number;
  lon?: number;
  via: string;
  confidence: number;
  note: string;
}

export interface AnnotatedDocument {
  id: string;
  date: string;
  language: string | null;
  text?: string;
  mentions: AnnotatedMention[];
}

/** How the article introduces each bearer that it alone speaks of. */
function introductions(document: ReadDocument, mentions: readonly Mention[]): Map<string, Introduction> {
  const bearers = new Map<string, { kind: Kind; places: Place[] }>();
  for (const { bearer, kind, block, start, end } of mentions) {
    const text = document.blocks[block]?.text;
    if (bearer === null || text === undefined) continue;
    const own = bearers.get(bearer) ?? { kind, places: [] };
    own.places.push({ text, start, end });
    bearers.set(bearer, own);
  }
  const found = new Map<string, Introduction>();
  for (const [bearer, { kind, places }] of bearers) {
    const said = introduce(places, kind);
    if (said) found.set(bearer, said);
  }
  return found;
}

/** Annotates one document as of a day. */
export function annotateDocument(document: ReadDocument, glossary: Glossary, recogniser: Recogniser, day: number): AnnotatedDocument {
  const mentions = annotate({ blocks: document.blocks.map((block) => block.text), day }, glossary, recogniser);
  const said = introductions(document, mentions);
  return {
    id: document.id,
    date: dayToIso(day),
    language: document.language,
    ...(document.giveText && { text: document.text }),
    mentions: mentions.map((mention) => {
      const offset = document.blocks[mention.block]?.offset ?? 0;
      const entry = mention.entry === null ? null : glossary.entry(mention.entry);
      return {
        start: offset + mention.start,
        end: offset + mention.end,
        surface: mention.surface,
        kind: mention.kind,
        entry: entry?.id ?? null,
        name: entry?.name ?? mention.bearer ?? mention.surface,
        ...(entry?.wikipedia && { wikipedia: entry.wikipedia }),
        ...(entry?.lat !== undefined && entry.lon !== undefined && { lat: entry.lat, lon: entry.lon }),
        via: mention.via,
        confidence: mention.confidence,
        note: noteOf(mention, glossary, day, mention.bearer === null ? null : (said.get(mention.bearer) ?? null)),
      };
    }),
  };
}
