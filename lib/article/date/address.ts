import { readAddressDate } from '#lib/chronicle/index.ts';
import type { Candidate, DateClues } from './clues.ts';

/** Days in the page's address: where it is, where it says that it is, and where it was saved from. */
export function* inAddresses({ document, metas, address }: DateClues): Generator<Candidate> {
  const said = [document.querySelector('link[rel="canonical" i]')?.getAttribute('href'), metas.of('og:url')];
  for (const one of [address, ...said]) if (one) yield ['address', readAddressDate(one)];
  // What browsers write into a page that they save.
  for (const node of [...document.childNodes].slice(0, 5)) {
    const saved = node.nodeType === 8 ? /saved from url=\(\d+\)(\S+)/.exec(node.textContent ?? '')?.[1] : null;
    if (saved) yield ['address', readAddressDate(saved)];
  }
}
