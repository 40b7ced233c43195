/**
 * The seal of a packed file: the first 32 bits of its SHA-256, one word set apart for it (never 0). One changed bit would give wrong names,
 * not none. Browsers reckon it beside the script, which a loop over a million words would hold up while that is still cold.
 */
async function sealOf(bytes: ArrayBuffer, word: number): Promise<number> {
  const words = new Uint32Array(bytes);
  const before = words[word] ?? 0;
  words[word] = 0;
  // The bytes are copied at the call.
  const digest = crypto.subtle.digest('SHA-256', bytes);
  words[word] = before;
  return new DataView(await digest).getUint32(0, true) || 1;
}

/** Seals a file, once nothing of it is changed any more. `word`: the place of its seal, in words of four bytes. */
export async function seal(bytes: ArrayBuffer, word: number): Promise<void> {
  new Uint32Array(bytes)[word] = await sealOf(bytes, word);
}

/** Whether a file is as it was sealed; one that was never sealed is not. */
export async function isSealed(bytes: ArrayBuffer, word: number): Promise<boolean> {
  if (bytes.byteLength % 4 !== 0 || bytes.byteLength <= 4 * word) return false;
  return (await sealOf(bytes, word)) === new Uint32Array(bytes)[word];
}
