import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** A file as an archive holds it: where it lies on disk, and its name in the archive, with slashes. */
export interface Packed {
  readonly from: string;
  readonly name: string;
}

/** What the archives say of every file: the first minute a ZIP can name, and rights that do not depend on whose disk it was. */
const WHEN = new Date(1980, 0, 1);
const RIGHTS = 0o100644;

/** Every file in a folder and below it, in no order; files that begin with a dot are the system's or an editor's. */
export async function filesIn(folder: string, under = ''): Promise<Packed[]> {
  const found: Packed[] = [];
  for (const item of await readdir(folder, { withFileTypes: true })) {
    if (item.name.startsWith('.')) continue;
    const [from, name] = [path.join(folder, item.name), path.posix.join(under, item.name)];
    if (item.isDirectory()) found.push(...(await filesIn(from, name)));
    else if (item.isFile()) found.push({ from, name });
  }
  return found;
}

/** Writes a ZIP whose bytes depend on the files' names and contents alone: sorted by code unit, one date, one set of rights. */
export async function writeArchive(file: string, files: readonly Packed[]): Promise<void> {
  const zip = new yazl.ZipFile();
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { from, name } of sorted)
    zip.addBuffer(await readFile(from), name, { mtime: WHEN, mode: RIGHTS, forceDosTimestamp: true, compressionLevel: 9 });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}
