import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLocales } from '#lib/commands/languages.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(ROOT, file));
const listing = parse(read('lib/store/listing.yaml').toString('utf8'));
const sizeOf = (file: string) => {
  const { width, height } = PNG.sync.read(read(file));
  return [width, height];
};

describe('what stands in the stores', () => {
  test('fits their fields', () => {
    // Chrome 16,000 and Edge 10,000 characters, of at least 250; what is new, and a reason for a permission, 1,000.
    expect(listing.description.length).toBeGreaterThan(250);
    expect(listing.description.length).toBeLessThanOrEqual(10_000);
    expect(listing.news.length).toBeLessThanOrEqual(1_000);
    expect(listing.purpose.length).toBeLessThanOrEqual(1_000);
    for (const reason of Object.values<string>(listing.permissions)) expect(reason.length).toBeLessThanOrEqual(1_000);
  });

  test('gives a reason for every permission of the manifest, and for no other', () => {
    const manifest = read('wxt.config.ts').toString('utf8');
    const asked = [...(/^ {4}permissions: \[(.*)\],$/m.exec(manifest)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(0);
    // In Chrome the panel's page asks for a permission, which the build adds.
    const panel = existsSync(path.join(ROOT, 'entrypoints/sidepanel')) ? ['sidePanel'] : [];
    expect(Object.keys(listing.permissions).sort()).toEqual([...asked, ...panel, 'host_permissions'].sort());
  });

  test('says in every language, in short, what the extension is', async () => {
    for (const [language, messages] of Object.entries(await readLocales())) {
      expect([language, messages.extension_name?.message.length ?? 0]).toEqual([
        language,
        expect.toSatisfy((length: number) => length > 0 && length <= 75),
      ]);
      expect(messages.extension_description?.message.length ?? 0, language).toBeLessThanOrEqual(132);
    }
  });

  test('has pictures of the sizes that stores take', () => {
    for (let number = 1; number <= 5; number++) expect(sizeOf(`tests/pictures/store/screenshot-${number}.png`)).toEqual([1280, 800]);
    expect(sizeOf('tests/pictures/store/tile-440x280.png')).toEqual([440, 280]);
    expect(sizeOf('tests/pictures/store/tile-1400x560.png')).toEqual([1400, 560]);
    expect(sizeOf('tests/pictures/store/logo-300.png')).toEqual([300, 300]);
  });

  test.each(['', 'off-', 'dark-'])('has icons that are as large as their names say: %j', (look) => {
    const sizes = { '': [16, 19, 24, 32, 38, 48, 96, 128], 'off-': [16, 19, 24, 32, 38], 'dark-': [16, 24, 32] }[look] ?? [];
    for (const size of sizes) expect(sizeOf(`public/icon/${look}${size}.png`)).toEqual([size, size]);
  });
});
