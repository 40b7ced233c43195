/** Metas of a page that are looked at. */
const MOST = 400;

/** A `<meta>`: what it is about, by the attribute that says so, and what it says. */
export interface Meta {
  readonly element: Element;
  readonly property: string | null;
  readonly name: string | null;
  readonly itemprop: string | null;
  readonly equiv: string | null;
  readonly content: string;
}

/** What a page says of itself in metas, each read once: every question by selector would go through the whole page. */
export class Metas {
  readonly all: readonly Meta[];

  constructor(document: Document) {
    this.all = Array.from(document.querySelectorAll('meta'))
      .slice(0, MOST)
      .map((meta) => ({
        element: meta,
        property: meta.getAttribute('property'),
        name: meta.getAttribute('name'),
        itemprop: meta.getAttribute('itemprop'),
        equiv: meta.getAttribute('http-equiv'),
        content: meta.getAttribute('content') ?? '',
      }));
  }

  /** What the first that is meant says; null where there is none. */
  first(isMeant: (meta: Meta) => boolean): string | null {
    return this.all.find(isMeant)?.content ?? null;
  }

  /** The same by its property. */
  of(property: string): string | null {
    return this.first((meta) => meta.property === property);
  }
}
