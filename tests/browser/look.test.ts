import { expect, test, vi } from 'vitest';
import { parseMessage, requestSchema } from '#lib/protocol/index.ts';
import { drawn, look } from '../../entrypoints/reader/look.ts';
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

test('a page is looked at once the browser has drawn it anew with our sheet: asked of it before, it would be done in our time', async () => {
  const asks = vi.spyOn(Element.prototype, 'checkVisibility');
  let frames = 0;
  let asked = -1;
  asks.mockImplementation(() => {
    asked = frames;
    return true;
  });
  requestAnimationFrame(() => frames++);
  await drawn();
  expect(frames).toBeGreaterThan(0);
  expect(asked).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(asks).toHaveBeenCalledOnce();
  asks.mockRestore();
});

test('where no frame is drawn, a page that has loaded is looked at all the same', async () => {
  const never = vi.spyOn(IntersectionObserver.prototype, 'observe').mockReturnValue();
  await drawn();
  never.mockRestore();
});
