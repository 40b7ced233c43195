import gifenc from 'gifenc';
import { PNG } from 'pngjs';

export interface Frame {
  readonly png: Buffer;
  /** Milliseconds that it stands. */
  readonly stands: number;
}

/** One colour of a frame's palette means: as before. */
const COLOURS = 255;

/** An animation without end, of frames of one size. Of each frame only what has changed is written. */
export function writeTour(frames: readonly Frame[]): Uint8Array {
  const gif = gifenc.GIFEncoder();
  let before: Buffer | null = null;
  for (const { png, stands } of frames) {
    const { data, width, height } = PNG.sync.read(png);
    const palette = gifenc.quantize(new Uint8Array(data), COLOURS);
    const index = gifenc.applyPalette(new Uint8Array(data), palette);
    const same = palette.length;
    palette.push([0, 0, 0]);
    if (before)
      for (let pixel = 0; pixel < index.length; pixel++)
        if (data.readUInt32LE(pixel * 4) === before.readUInt32LE(pixel * 4)) index[pixel] = same;
    gif.writeFrame(index, width, height, { palette, delay: stands, transparent: before !== null, transparentIndex: same, dispose: 1 });
    before = data;
  }
  gif.finish();
  return gif.bytes();
}
