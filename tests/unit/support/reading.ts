import { loadRecogniser } from '#lib/commands/load-recogniser.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import { annotate } from '#lib/names/index.ts';

/** The model that ships. */
export const recogniser = await loadRecogniser();

/** The names of a text (or of its blocks) as "surface -> entry or 'article' (via)", in order. */
export function read(glossary: Glossary, text: string | readonly string[], day = 20201018): string[] {
  const blocks = typeof text === 'string' ? [text] : text;
  return annotate({ blocks, day }, glossary, recogniser).map((mention) => {
    const to = mention.entry === null ? `"${mention.bearer}"` : glossary.entry(mention.entry).id;
    return `${mention.surface} -> ${to} (${mention.via})`;
  });
}
