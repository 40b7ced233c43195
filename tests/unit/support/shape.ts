import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { type Shape, shapeOf } from './score.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/pages/shapes/', import.meta.url));

export function readShapes(): Shape[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => shapeOf(file.replace('.html', ''), readFileSync(FOLDER + file, 'utf8')));
}

export function documentOf({ html }: Shape): Document {
  const { document } = parseHTML(html.includes('<!doctype') || html.includes('<!DOCTYPE') ? html : `<!doctype html>${html}`);
  return document;
}
