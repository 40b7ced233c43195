import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { build } from 'vite';
import { type ServedFolder, serveFolder } from '#lib/commands/browsers.ts';

const ROOT = fileURLToPath(new URL('../../looks/', import.meta.url));
const BUILT = fileURLToPath(new URL('../../../.output/looks/', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../pictures/looks/', import.meta.url));
const SEEN = fileURLToPath(new URL('../../../.output/looks-seen/', import.meta.url));
/** How unlike two pixels may be, 0 to 1 (pixelmatch's own measure of seen difference). */
const PIXEL_TOLERANCE = 0.15;
/** Parts of a picture's pixels that may be unlike: edges of letters, which another version of a browser draws otherwise. */
export const PICTURE_TOLERANCE = 0.004;

/** Builds the gallery and serves it. */
export async function serveGallery(): Promise<ServedFolder> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: BUILT, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  });
  return serveFolder(BUILT);
}

/** Half as wide and high: a fourth of the bytes to keep, and letters' edges weigh less than what they say. */
function halved(picture: PNG): PNG {
  const half = new PNG({ width: picture.width >> 1, height: picture.height >> 1 });
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let part = 0; part < 4; part++) {
        const at = (dx: number, dy: number) => picture.data[((2 * y + dy) * picture.width + 2 * x + dx) * 4 + part] ?? 0;
        half.data[(y * half.width + x) * 4 + part] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
      }
    }
  }
  return half;
}

/**
 * The part of the pixels that differ between a picture and the one that is kept under this name; 1 where there is none of this size.
 * What was seen, and where it differs, goes to .output/looks-seen. With UPDATE_LOOKS set the picture is kept instead.
 */
export async function unlikeness(name: string, picture: Uint8Array): Promise<number> {
  const kept = path.join(PICTURES, `${name}.png`);
  const seen = halved(PNG.sync.read(Buffer.from(picture)));
  if (process.env.UPDATE_LOOKS) {
    await mkdir(path.dirname(kept), { recursive: true });
    await writeFile(kept, PNG.sync.write(seen, { colorType: 2 }));
    return 0;
  }
  const wanted = PNG.sync.read(await readFile(kept));
  const folder = path.join(SEEN, path.dirname(name));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${path.basename(name)}.png`), PNG.sync.write(seen));
  if (seen.width !== wanted.width || seen.height !== wanted.height) return 1;
  const { width, height } = seen;
  const difference = new PNG({ width, height });
  const count = pixelmatch(seen.data, wanted.data, difference.data, width, height, { threshold: PIXEL_TOLERANCE });
  await writeFile(path.join(folder, `${path.basename(name)}-difference.png`), PNG.sync.write(difference));
  return count / (width * height);
}
