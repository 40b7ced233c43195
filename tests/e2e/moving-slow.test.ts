import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { CHAD, MARKED_SOON, markedTexts } from './harness/moving.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

/** Milliseconds; Firefox gives scripts that wait for an idle moment none for five seconds of a page's loading. */
const SOON = 4000;
/** Milliseconds that the page's sheet takes to come. */
const SHEET = 400;
/** After the shape of news pages of 2024, whose pictures and adverts come long after the text. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A transition of eighteen months</title><link rel="stylesheet" href="/late.css"></head><body><article>
<h1>A transition of eighteen months</h1>
<img src="/held.png" width="600" height="40" alt="">
<p class="narrow">For small windows: the envoy of Kyrgyzstan, who spoke for Bishkek, was heard in the afternoon, and those of Uzbekistan in the evening.</p>
${CHAD.map((text) => `<p>${text}</p>`).join('\n')}
</article><script>
// A film, or an advert: no frame leaves the browser time that is idle.
let frames = 0;
const draw = () => {
  for (const begun = performance.now(); performance.now() - begun < 9; );
  document.documentElement.style.setProperty('--turn', String(frames++));
  if (location.hash === '#restless') requestAnimationFrame(draw);
};
draw();
</script></body></html>`;

describe.each(BROWSER_KINDS)('a page whose pictures do not come, %s', (kind) => {
  let session: Session;
  let server: Server;
  const held: ServerResponse[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      else if (request.url === '/late.css')
        setTimeout(() => response.writeHead(200, { 'content-type': 'text/css' }).end('.narrow { display: none }'), SHEET);
      else held.push(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await session?.close();
  });

  const opened = async (hash: string) => {
    const tab = await session.open('shop.html');
    const { port } = server.address() as AddressInfo;
    // Its load is not waited for, since it does not end.
    await tab.evaluate(`void setTimeout(() => (location.href = 'http://127.0.0.1:${port}/${hash}'), 0)`);
    return tab;
  };
  const isLoading = async (tab: Tab) => (await tab.evaluate<string>('document.readyState')) === 'interactive';

  it('is read as its sheet leaves it, and its cards open while it loads still', async () => {
    const tab = await opened('');
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Idriss Déby');
    expect(await markedTexts(tab)).not.toContain('Kyrgyzstan');
    await hoverName(tab, numberOf(await markedNames(tab), 'Idriss Déby'));
    expect((await openedCard(tab, 10_000)).name).toContain('Déby');
    expect(await isLoading(tab)).toBe(true);
    await tab.close();
  });

  it('is read while it loads, though it never rests', async () => {
    const tab = await opened('#restless');
    await expect.poll(() => markedTexts(tab), { timeout: SOON }).toContain('Idriss Déby');
    expect(await isLoading(tab)).toBe(true);
    for (const response of held.splice(0)) response.writeHead(404).end();
    await expect.poll(() => isLoading(tab), { timeout: 10_000 }).toBe(false);
    await hoverName(tab, numberOf(await markedNames(tab), 'Idriss Déby'));
    expect((await openedCard(tab, 10_000)).name).toContain('Déby');
    await tab.close();
  });
});
