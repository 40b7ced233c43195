import { readAddressDate } from '#lib/chronicle/index.ts';
import type { Candidate, DateClues } from './clues.ts';

/** Days in the page's address: where it is, where it says that it is, and where it was saved from. */
export function* inAddresses({ document, metas, address }: DateClues): Generator<Candidate> {
  const said = [canonicalOf(document), metas.of('og:url')];
  // In an archive's address of a copy stands the page's own, behind the copy's day.
  for (const one of [address, ...said]) if (one) yield ['address', readAddressDate(one.replace(/^.+(?=https?:)/, ''))];
  // What browsers write into a page that they save.
  for (const node of [...document.childNodes].slice(0, 5)) {
    const saved = node.nodeType === 8 ? /saved from url=\(\d+\)(\S+)/.exec(node.textContent ?? '')?.[1] : null;
    if (saved) yield ['address', readAddressDate(saved)];
  }
}

/** Where a page says that it is. */
const canonicalOf = (document: Document) => document.querySelector('link[rel="canonical" i]')?.getAttribute('href') ?? '';

/** The moment at which an archive made its copy of a page, in numbers, by the address that it gives the copy; else empty. */
export function copyMoment(document: Document): string {
  return (/\/([\d.-]{14,17})\/http/.exec(canonicalOf(document))?.[1] ?? '').replace(/\D/g, '');
}
