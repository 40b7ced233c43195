import * as f from './format.ts';
import { DamagedGlossary, readHeader } from './read-header.ts';

const LINE_END = 0x0a;

/** The packed entries' lines by number; each is read only when asked for. */
export class PackedEntries {
  readonly stamp: number;
  readonly count: number;
  readonly #blocks: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder('utf-8');

  /** @throws DamagedGlossary if the bytes are no whole entries file of this format. */
  constructor(bytes: ArrayBuffer) {
    const header = readHeader(bytes, 'entries');
    const [, , stamp = 0, entries = 0] = header;
    const blocks = Math.ceil(entries / f.BLOCK);
    const start = 4 * (f.HEADER_WORDS + blocks + 1);
    if (bytes.byteLength < start) throw new DamagedGlossary('entries are cut short');
    this.stamp = stamp;
    this.count = entries;
    this.#blocks = new Uint32Array(bytes, f.HEADER_WORDS * 4, blocks + 1);
    this.#bytes = new Uint8Array(bytes, start);
    if ((this.#blocks[blocks] ?? 0) > this.#bytes.length) throw new DamagedGlossary('entries are cut short');
  }

  /** The line of an entry. @throws RangeError for a number that no entry has. */
  line(entry: number): string {
    const from = this.#blocks[Math.floor(entry / f.BLOCK)];
    const to = this.#blocks[Math.floor(entry / f.BLOCK) + 1];
    if (from === undefined || to === undefined || entry >= this.count) throw new RangeError(`no entry ${entry}`);
    const block = this.#bytes.subarray(from, to);
    let start = 0;
    for (let before = entry % f.BLOCK; before > 0; before--) {
      const end = block.indexOf(LINE_END, start);
      if (end < 0) throw new DamagedGlossary(`entry ${entry} is cut short`);
      start = end + 1;
    }
    const end = block.indexOf(LINE_END, start);
    return this.#decoder.decode(block.subarray(start, end < 0 ? block.length : end));
  }
}
