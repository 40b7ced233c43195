/** Metas of a page that are looked at. */
const MOST = 400;

/** A `<meta>`, with the attributes that most of them say their name by. */
export interface Meta {
  readonly element: Element;
  readonly property: string | null;
  readonly name: string | null;
}

/** What a page says of itself in metas, found once: every question by selector would go through the whole page. */
export class Metas {
  readonly all: readonly Meta[];

  constructor(document: Document) {
    this.all = Array.from(document.querySelectorAll('meta'))
      .slice(0, MOST)
      .map((element) => ({ element, property: element.getAttribute('property'), name: element.getAttribute('name') }));
  }

  /** What the first that is meant says; null where there is none. */
  first(isMeant: (meta: Meta) => boolean): string | null {
    const found = this.all.find(isMeant);
    return found ? (found.element.getAttribute('content') ?? '') : null;
  }

  /** The same by its property. */
  of(property: string): string | null {
    return this.first((meta) => meta.property === property);
  }
}
