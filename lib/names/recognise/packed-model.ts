import { isSealed, seal } from '#lib/text/index.ts';
import { LABELS } from './labels.ts';
import { LANES } from './lanes.ts';
import { Transitions } from './lattice.ts';
import { WordClasses } from './word-classes.ts';

/**
 * Layout of the packed model, little-endian, sections aligned to four bytes:
 * header u32[8] | transitions f32[LABELS x LABELS] | word slots u32[words] | classes above each fine class u16[2 x fine]
 * | features[slots], each of RECORD bytes: key i32, weights i8[LABELS] in steps, filled up with zeros
 *
 * Header: magic, format, labels, word slots, fine classes, feature slots, steps to a weight of 1, seal. The features are an open-addressing table by key; a
 * free slot has key 0. Key and weights lie together: a look-up touches one line of memory.
 */
const MAGIC = 0x4d414e44; // "DNAM"
const FORMAT = 1;
const HEADER_WORDS = 8;
/** Word of the header that holds the seal of a file that is kept; 0 in one that is not. */
const SEAL = 7;

/** A model file that is cut short, of another build, or no model at all. */
export class DamagedModel extends Error {
  override name = 'DamagedModel';
}

/** What a model is packed from. */
export interface ModelParts {
  readonly transitions: Float64Array;
  readonly wordSlots: Uint32Array;
  readonly upper: Uint16Array;
  /** Feature keys (none is 0) and their rows of LABELS weights. */
  readonly features: readonly (readonly [key: number, weights: Float32Array])[];
}

/** Words of four bytes and bytes of one feature's record. */
const RECORD_WORDS = 1 + Math.ceil(LABELS / 4);
const RECORD = 4 * RECORD_WORDS;
const MOST_STEPS = 127;
/** Turns four signed weights of a word into unsigned ones that are 128 higher. */
const RAISE = 0x80808080 | 0;
/** The first and third weight of such a word, each with room above it. */
const EVEN = 0x00ff00ff;
/** A weight of 1 in steps: weights beyond 127 / 25, of which there are few, are cut; small ones become zeros, which pack well. */
const STEPS = 25;
/** 2 to this power bits, 64 kB: about one unknown key in twelve passes for known, and is then looked up. */
const KNOWN_BITS = 19;

const slotOf = (key: number, slots: number) => Math.floor(((Math.imul(key, 0x9e3779b1) >>> 0) / 0x1_0000_0000) * slots);
/** Share of the feature table that is filled: most features of a new text are unknown, and a miss must be quick (Knuth 6.4). */
const FILLED = 0.5;

/** Packs a model; the same parts give the same bytes. */
export function packModel(parts: ModelParts): ArrayBuffer {
  const slots = Math.ceil(parts.features.length / FILLED);
  const fine = Math.ceil(parts.upper.length / 2);
  const bytes = new ArrayBuffer(4 * (HEADER_WORDS + LABELS * LABELS + parts.wordSlots.length + fine) + slots * RECORD);
  new Uint32Array(bytes, 0, HEADER_WORDS).set([MAGIC, FORMAT, LABELS, parts.wordSlots.length, fine, slots, STEPS, 0]);
  let at = HEADER_WORDS * 4;
  new Float32Array(bytes, at, LABELS * LABELS).set(parts.transitions);
  at += 4 * LABELS * LABELS;
  new Uint32Array(bytes, at, parts.wordSlots.length).set(parts.wordSlots);
  at += 4 * parts.wordSlots.length;
  new Uint16Array(bytes, at, 2 * fine).set(parts.upper);
  at += 4 * fine;
  const keys = new Int32Array(bytes, at);
  const weights = new Int8Array(bytes, at);
  for (const [key, row] of parts.features) {
    let slot = slotOf(key, slots);
    while (keys[slot * RECORD_WORDS] !== 0) slot = slot + 1 === slots ? 0 : slot + 1;
    keys[slot * RECORD_WORDS] = key;
    for (let label = 0; label < LABELS; label++)
      weights[slot * RECORD + 4 + label] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round((row[label] ?? 0) * STEPS)));
  }
  return bytes;
}

/** Seals a packed model that is to be kept. */
export const sealModel = (bytes: ArrayBuffer): Promise<void> => seal(bytes, SEAL);

/** Gives a packed model's bytes once they are known to be as they were sealed. @throws DamagedModel if they are not. */
export async function wholeModel(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  if (!(await isSealed(bytes, SEAL))) throw new DamagedModel('the names model has been changed or damaged');
  return bytes;
}

/** A packed model, opened: allocates nothing but views. */
export class PackedModel {
  readonly transitions: Transitions;
  readonly classes: WordClasses;
  readonly byteLength: number;
  readonly #slots: number;
  readonly #keys: Int32Array;
  /** Weight of one step. */
  readonly step: number;
  /** A bit for each hash of a known key: most features of a text are unknown, and this tells so without a walk through memory. */
  readonly #known = new Uint32Array(1 << (KNOWN_BITS - 5));

  /** @throws DamagedModel if the bytes are no whole model of this format. */
  constructor(bytes: ArrayBuffer) {
    if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0)
      throw new DamagedModel(`the names model is cut short (${bytes.byteLength} bytes)`);
    const [magic, format, labels, words = 0, fine = 0, slots = 0, steps = 1] = new Uint32Array(bytes, 0, HEADER_WORDS);
    if (magic !== MAGIC) throw new DamagedModel('this is not a names model');
    if (format !== FORMAT || labels !== LABELS)
      throw new DamagedModel(`the names model has format ${format}/${labels}, this build reads ${FORMAT}/${LABELS}`);
    const expected = 4 * (HEADER_WORDS + LABELS * LABELS + words + fine) + slots * RECORD;
    if (expected !== bytes.byteLength || slots === 0)
      throw new DamagedModel(`the names model has ${bytes.byteLength} bytes where its header promises ${expected}`);
    this.byteLength = bytes.byteLength;
    let at = HEADER_WORDS * 4;
    this.transitions = new Transitions(Float64Array.from(new Float32Array(bytes, at, LABELS * LABELS)));
    at += 4 * LABELS * LABELS;
    const wordSlots = new Uint32Array(bytes, at, words);
    at += 4 * words;
    this.classes = new WordClasses(wordSlots, new Uint16Array(bytes, at, 2 * fine));
    at += 4 * fine;
    this.#slots = slots;
    this.#keys = new Int32Array(bytes, at);
    this.step = 1 / steps;
    for (let slot = 0; slot < slots; slot++) {
      const key = this.#keys[slot * RECORD_WORDS] ?? 0;
      const bit = key >>> (32 - KNOWN_BITS);
      if (key !== 0) this.#known[bit >>> 5] = (this.#known[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** Adds the weights of the first `count` features, in steps, to a row of lanes. */
  addWeights(features: Int32Array, count: number, row: Int32Array): void {
    const records = this.#keys;
    const slots = this.#slots;
    const known = this.#known;
    let added = 0;
    // A feature's weights are six words, each of two lanes. Written out: it is the innermost loop of all reading.
    let a0 = 0;
    let a1 = 0;
    let b0 = 0;
    let b1 = 0;
    let c0 = 0;
    let c1 = 0;
    let d0 = 0;
    let d1 = 0;
    let e0 = 0;
    let e1 = 0;
    let f0 = 0;
    let f1 = 0;
    for (let i = 0; i < count; i++) {
      const key = features[i] as number;
      const bit = key >>> (32 - KNOWN_BITS);
      if (((known[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
      let slot = slotOf(key, slots);
      let found = records[slot * RECORD_WORDS] as number;
      while (found !== 0 && found !== key) {
        slot = slot + 1 === slots ? 0 : slot + 1;
        found = records[slot * RECORD_WORDS] as number;
      }
      if (found === 0) continue;
      added++;
      const at = slot * RECORD_WORDS;
      const a = (records[at + 1] as number) ^ RAISE;
      const b = (records[at + 2] as number) ^ RAISE;
      const c = (records[at + 3] as number) ^ RAISE;
      const d = (records[at + 4] as number) ^ RAISE;
      const e = (records[at + 5] as number) ^ RAISE;
      const f = (records[at + 6] as number) ^ RAISE;
      a0 = (a0 + (a & EVEN)) | 0;
      a1 = (a1 + ((a >>> 8) & EVEN)) | 0;
      b0 = (b0 + (b & EVEN)) | 0;
      b1 = (b1 + ((b >>> 8) & EVEN)) | 0;
      c0 = (c0 + (c & EVEN)) | 0;
      c1 = (c1 + ((c >>> 8) & EVEN)) | 0;
      d0 = (d0 + (d & EVEN)) | 0;
      d1 = (d1 + ((d >>> 8) & EVEN)) | 0;
      e0 = (e0 + (e & EVEN)) | 0;
      e1 = (e1 + ((e >>> 8) & EVEN)) | 0;
      f0 = (f0 + (f & EVEN)) | 0;
      f1 = (f1 + ((f >>> 8) & EVEN)) | 0;
    }
    row[0] = (row[0] as number) + a0;
    row[1] = (row[1] as number) + a1;
    row[2] = (row[2] as number) + b0;
    row[3] = (row[3] as number) + b1;
    row[4] = (row[4] as number) + c0;
    row[5] = (row[5] as number) + c1;
    row[6] = (row[6] as number) + d0;
    row[7] = (row[7] as number) + d1;
    row[8] = (row[8] as number) + e0;
    row[9] = (row[9] as number) + e1;
    row[10] = (row[10] as number) + f0;
    row[11] = (row[11] as number) + f1;
    row[LANES] = (row[LANES] as number) + added;
  }
}
