import { DIMENSIONS } from './word-vectors.ts';

/** k-means over unit vectors by cosine (Dhillon and Modha 2001): centres of length 1, and each row's nearest. */
export function cluster(
  vectors: Float32Array,
  rows: number,
  count: number,
  rounds: number,
  random: () => number,
): { centres: Float32Array; of: Uint16Array } {
  const centres = new Float32Array(count * DIMENSIONS);
  for (let centre = 0; centre < count; centre++) {
    const row = Math.floor(random() * rows);
    centres.set(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), centre * DIMENSIONS);
  }
  const of = new Uint16Array(rows);
  for (let round = 0; round < rounds; round++) {
    assign(vectors, rows, centres, count, of);
    const sums = new Float64Array(count * DIMENSIONS);
    for (let row = 0; row < rows; row++) {
      const base = (of[row] ?? 0) * DIMENSIONS;
      for (let i = 0; i < DIMENSIONS; i++) sums[base + i] = (sums[base + i] ?? 0) + (vectors[row * DIMENSIONS + i] ?? 0);
    }
    for (let centre = 0; centre < count; centre++) {
      let length = 0;
      for (let i = 0; i < DIMENSIONS; i++) length += (sums[centre * DIMENSIONS + i] ?? 0) ** 2;
      length = Math.sqrt(length);
      if (length === 0) continue;
      for (let i = 0; i < DIMENSIONS; i++) centres[centre * DIMENSIONS + i] = (sums[centre * DIMENSIONS + i] ?? 0) / length;
    }
  }
  assign(vectors, rows, centres, count, of);
  return { centres, of };
}

/** Each row's nearest centre. */
export function assign(vectors: Float32Array, rows: number, centres: Float32Array, count: number, of: Uint16Array): void {
  for (let row = 0; row < rows; row++) {
    const at = row * DIMENSIONS;
    let most = -2;
    let best = 0;
    for (let centre = 0; centre < count; centre++) {
      const base = centre * DIMENSIONS;
      let dot = 0;
      for (let i = 0; i < DIMENSIONS; i += 4)
        dot +=
          (vectors[at + i] ?? 0) * (centres[base + i] ?? 0) +
          (vectors[at + i + 1] ?? 0) * (centres[base + i + 1] ?? 0) +
          (vectors[at + i + 2] ?? 0) * (centres[base + i + 2] ?? 0) +
          (vectors[at + i + 3] ?? 0) * (centres[base + i + 3] ?? 0);
      if (dot > most) {
        most = dot;
        best = centre;
      }
    }
    of[row] = best;
  }
}
