import { Node as AnyNode, parseHTML } from 'linkedom';

const DISCONNECTED = 1 | 32;
const PRECEDING = 2;
const FOLLOWING = 4;
const CONTAINS = 8;
const CONTAINED_BY = 16;

/** A node and what holds it, from the root down. */
function wayTo(node: Node): Node[] {
  const way: Node[] = [];
  for (let at: Node | null = node; at; at = at.parentNode) way.unshift(at);
  return way;
}

/** Where another node stands to one, in the words of the DOM. linkedom goes by how deep they are. */
function positionOf(one: Node, other: Node): number {
  if (one === other) return 0;
  const ours = wayTo(one);
  const theirs = wayTo(other);
  if (ours[0] !== theirs[0]) return DISCONNECTED | PRECEDING;
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const [mine, its] = [ours[at], theirs[at]];
  if (!mine) return CONTAINED_BY | FOLLOWING;
  if (!its) return CONTAINS | PRECEDING;
  for (let next = mine.nextSibling; next; next = next.nextSibling) if (next === its) return FOLLOWING;
  return PRECEDING;
}

Object.defineProperty(AnyNode.prototype, 'compareDocumentPosition', {
  value(this: Node, other: Node) {
    return positionOf(this, other);
  },
});

/** A document of HTML as it comes: linkedom makes no `<html>` and `<body>` of its own, and puts a second `<html>` behind an empty body. */
export function parsePage(html: string): Document {
  const { document } = parseHTML(html);
  if (document.documentElement?.localName === 'html' && document.body?.firstChild) return document;
  return parseHTML(`<!doctype html><html><body>${html.replace(/<\/?(?:!doctype|html|body)\b[^>]*>/gi, '')}</body></html>`).document;
}

/** Where a page says how it is written: browsers look no further either. */
const DECLARED_IN = 1024;

/** The text of a page that is written as it says in a meta; null where it does not say so, or is not. */
export function decodeDeclared(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_IN));
  const label = /<meta[^>]{1,200}\bcharset\s*=\s*["']?([\w-]+)/i.exec(beginning)?.[1];
  try {
    return label ? new TextDecoder(label, { fatal: true }).decode(bytes) : null;
  } catch {
    return null;
  }
}
