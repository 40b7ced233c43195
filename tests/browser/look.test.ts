import { expect, test } from 'vitest';
import { parseMessage, requestSchema } from '#lib/protocol/index.ts';
import { look } from '../../entrypoints/reader/look.ts';
import { show } from './page.ts';

test('of an article with more blocks than the background takes, so many are sent', async () => {
  const prose = Array.from(
    { length: 20 },
    (_, at) => `<p>On day ${at} of the talks the ministers met for ten hours, and nobody said what about.</p>`,
  ).join('');
  const rows = Array.from({ length: 7000 }, (_, at) => `<tr><td>${at}</td><td>Name ${at}</td><td>Place ${at}</td></tr>`).join('');
  show(`<article><h1>Talks</h1>${prose}<table>${rows}</table></article>`);
  const found = await look({ soon: true, isFurther: () => false });
  if (found.type !== 'article') throw new Error(found.state);
  expect(found.article.blocks.length).toBeGreaterThan(20_000);
  expect(parseMessage(requestSchema, found.request)).toMatchObject({ type: 'annotate' });
  expect(found.request.blocks[0]).toBe('Talks');
});
