import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { SCENE, type Scene } from './scenes.ts';

const ICON = readFileSync(fileURLToPath(new URL('../../lib/store/icon.svg', import.meta.url)), 'utf8');

const STYLE = `
  * { box-sizing: border-box; margin: 0 }
  body { background: #f4ecdd; color: #2a1d0c; font: 20px/1.4 'Noto Sans', sans-serif; overflow: hidden; position: relative; height: 100vh }
  h1 { font: 700 40px/1.15 'Noto Serif', serif; letter-spacing: -.01em }
  svg.icon, .icon svg { display: block; width: 100%; height: 100% }
  .caption { position: absolute; inset: 34px 80px auto; text-align: center }
  .caption p { color: #6b563a; margin-top: 8px }
  .screen { position: absolute; overflow: hidden; background: #fff; border-radius: 12px 12px 0 0; box-shadow: 0 0 0 1px #d9c9ab, 0 18px 50px rgb(70 45 10 / 22%) }
  .screen img { position: absolute; display: block }
  .pointer { position: absolute; width: 22px; height: 30px; filter: drop-shadow(0 1px 2px rgb(0 0 0 / 40%)) }
  .said { position: absolute; inset: auto 0 0; height: 72px; display: flex; align-items: center; justify-content: center; gap: 14px; padding: 0 30px; background: #2a1d0c; color: #fdf6e8; font-size: 22px }
  .tile { position: absolute; inset: 0; display: flex; align-items: center }
`;

const data = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
const image = ({ png }: Scene, at: string) => `<img src="${data(png)}" style="${at}">`;

/** The pointer, with its tip at a place. */
const arrow = (pointer: Scene['pointer']) =>
  pointer
    ? `<svg class="pointer" style="left:${pointer.x - 2}px;top:${pointer.y - 1}px" viewBox="0 0 22 30"><path d="M2 1v22l5.500-5 3.500 8.500 4-1.700-3.500-8.300h7.500z" fill="#111" stroke="#fff" stroke-width="1.600" stroke-linejoin="round"/></svg>`
    : '';

/** One or more pictures, laid over each other, as what a screen shows. */
export interface Screen {
  readonly layers: readonly { readonly scene: Scene; readonly at?: string }[];
  readonly pointer?: Scene['pointer'];
  /** How far it is moved to the left, to show what stands at its right. */
  readonly shift?: number;
}

const screen = ({ layers, pointer = layers[0]?.scene.pointer ?? null, shift = 0 }: Screen) =>
  `<div style="position:absolute;inset:0;left:${-shift}px">${layers.map(({ scene, at }) => image(scene, at ?? 'left:0;top:0')).join('')}${arrow(pointer)}</div>`;

async function draw(page: Page, width: number, height: number, body: string): Promise<Buffer> {
  await page.setViewportSize({ width, height });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${body}</body>`);
  await page.evaluate('Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]).then(() => undefined)');
  return page.screenshot();
}

/** A store's screenshot, 1280 x 800: a caption over a screen. */
export function drawScreenshot(page: Page, title: string, line: string, shown: Screen): Promise<Buffer> {
  const [width, height] = [1280, 800];
  return draw(
    page,
    width,
    height,
    `<div class="caption"><h1>${title}</h1><p>${line}</p></div>
     <div class="screen" style="left:${(width - SCENE.width) / 2}px;top:${height - SCENE.height + 8}px;width:${SCENE.width}px;height:${SCENE.height}px">${screen(shown)}</div>`,
  );
}

/** A frame of the tour: a screen over its caption. */
export function drawFrame(page: Page, said: string, shown: Screen): Promise<Buffer> {
  return draw(
    page,
    SCENE.width,
    SCENE.height + 72,
    `<div class="screen" style="inset:0 0 72px;border-radius:0;box-shadow:none">${screen(shown)}</div><div class="said">${said}</div>`,
  );
}

/** A promotional tile: the icon, the name, what it does; beside them a screen where there is room. */
export function drawTile(page: Page, width: number, height: number, shown: Screen | null): Promise<Buffer> {
  const unit = height / 280;
  const beside = shown
    ? `<div class="screen" style="left:${width * 0.47}px;top:${height * 0.11}px;width:${SCENE.width}px;height:${SCENE.height}px;border-radius:12px">${screen(shown)}</div>`
    : '';
  return draw(
    page,
    width,
    height,
    `<div class="tile" style="padding-left:${(shown ? 44 : 36) * unit}px;gap:${22 * unit}px">
       <div>
         <div class="icon" style="width:${72 * unit}px;height:${72 * unit}px;margin-left:${-3 * unit}px">${ICON}</div>
         <h1 style="font-size:${44 * unit}px;margin-top:${14 * unit}px">Dramatis</h1>
         <p style="font-size:${18 * unit}px;line-height:1.35;margin-top:${8 * unit}px;color:#6b563a">Who is who and what is where,<br>while you read.</p>
       </div>
     </div>${beside}`,
  );
}

/** The icon alone, square. */
export function drawLogo(page: Page, size: number): Promise<Buffer> {
  return draw(page, size, size, `<div class="icon" style="width:${size}px;height:${size}px">${ICON}</div>`);
}
