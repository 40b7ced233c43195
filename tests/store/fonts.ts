import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { decompress } from 'wawoff2';

const resolve = createRequire(import.meta.url).resolve;
/** Which of the packages' files pictures need; each is a part of its family, and fontconfig puts the parts together. */
const FACES = ['noto-sans', 'noto-serif'].flatMap((family) =>
  ['latin', 'latin-ext'].flatMap((part) =>
    ['400-normal', '400-italic', '600-normal', '700-normal'].map((face) => `@fontsource/${family}/files/${family}-${part}-${face}.woff2`),
  ),
);

/**
 * Has browsers that start from now on write in Noto, wherever pictures are drawn; gives the folder of the settings, to be removed.
 * (fontconfig, so on Linux; elsewhere the system's fonts are used.)
 */
export async function wearNoto(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-fonts-'));
  // Browsers take the packages' own format from pages alone.
  for (const face of FACES)
    await writeFile(path.join(folder, `${path.basename(face, '.woff2')}.ttf`), await decompress(await readFile(resolve(face))));
  const prefer = (generic: string, family: string) =>
    `<match><test name="family"><string>${generic}</string></test><edit name="family" mode="prepend" binding="strong"><string>${family}</string></edit></match>`;
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}</dir>
<cachedir>${folder}</cachedir>
${prefer('system-ui', 'Noto Sans')}${prefer('sans-serif', 'Noto Sans')}${prefer('serif', 'Noto Serif')}${prefer('Georgia', 'Noto Serif')}
<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>\n`;
  await writeFile(path.join(folder, 'fonts.conf'), settings);
  process.env.FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
  return folder;
}
