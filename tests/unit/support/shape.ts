import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parsePage } from '#lib/commands/parse-page.ts';
import { type Shape, shapeOf } from './score.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/pages/shapes/', import.meta.url));

export function readShapes(): Shape[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => shapeOf(file.replace('.html', ''), readFileSync(FOLDER + file, 'utf8')));
}

export function documentOf({ html }: Shape): Document {
  return parsePage(html.includes('<!doctype') || html.includes('<!DOCTYPE') ? html : `<!doctype html>${html}`);
}
