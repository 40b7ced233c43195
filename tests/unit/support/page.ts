import { type Article, extractArticle } from '#lib/article/index.ts';
import { parsePage } from '#lib/commands/parse-page.ts';

const NOW = new Date('2026-01-15T12:00:00Z');

/** Sentences enough to be an article's paragraph. */
export const PROSE = [
  'The ministers of the two states met on Saturday and spoke for ten hours about the prisoners, the dead and the villages along the river.',
  'By evening they had agreed on a truce, which was to begin at noon on the next day, and on an exchange that the Red Cross would watch over.',
  'It did not hold for a night, and each side said that the other had broken it, while people in the towns went back into their cellars.',
  'Officials from three capitals called for calm, and a fourth said that it would send observers if both of the governments asked it to.',
  'Nobody could say on Sunday whether the talks would be taken up again, or who would lead them, and the families went on waiting for news.',
  'The war had begun three weeks before, on a Sunday morning, and had by then taken more lives than all the years since the first ceasefire.',
];

export const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join('\n');

/** A page of a body and, if given, a head. */
export function pageOf(body: string, head = '', lang = 'en'): string {
  return `<!doctype html><html${lang ? ` lang="${lang}"` : ''}><head><title>A title</title>${head}</head><body>${body}</body></html>`;
}

export function articleOf(html: string, address = 'https://news.example/story'): Article | null {
  return extractArticle(parsePage(html), { address, now: NOW });
}

export const textOf = (article: Article | null) => (article?.blocks ?? []).map((block) => block.text.replace(/\s+/g, ' ').trim());
