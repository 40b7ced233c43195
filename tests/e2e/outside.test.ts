import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { watchOutside } from './harness/outside.ts';

it('a browser that is killed while it asks for the world outside is noted, and throws nothing', async () => {
  const outside = await watchOutside();
  for (let number = 0; number < 20; number++) {
    const browser = connect(outside.port, '127.0.0.1');
    await once(browser, 'connect');
    browser.write('CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\n\r\n');
    // Half go before the answer, half after it.
    if (number % 2 === 0) await once(browser, 'data');
    browser.resetAndDestroy();
  }
  await expect.poll(() => outside.asked.length).toBeGreaterThanOrEqual(10);
  expect(new Set(outside.asked)).toEqual(new Set(['CONNECT elsewhere.example:443']));
  await outside.close();
});
