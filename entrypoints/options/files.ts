import { LONGEST_BACKUP } from '#lib/packs/index.ts';

/** Offers a text as a file to save. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The text of a file; of one that is too large to be any of ours, just too much. */
export function readFile(file: File): Promise<string> {
  return file.slice(0, LONGEST_BACKUP * 4 + 4).text();
}
