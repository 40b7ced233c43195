import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from '#lib/commands/browsers.ts';

const executablePath = process.env.CHROMIUM ?? (await findBrowser('chromium'));

/** What needs a real browser: ranges, highlights, carets, popovers, layout. On the system's Chromium. */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.{ts,tsx}'],
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath,
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
        },
      }),
      instances: [{ browser: 'chromium' }],
      viewport: { width: 900, height: 700 },
    },
  },
});
