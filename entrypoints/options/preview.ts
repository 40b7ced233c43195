import type { Settings, ShownKind } from '#lib/settings/index.ts';

/** The names in the preview's text, in order, and which of them come a second time. */
const NAMES: readonly { readonly text: string; readonly kind: ShownKind; readonly again?: true }[] = [
  { text: 'Angela Merkel', kind: 'person' },
  { text: 'Ankara', kind: 'place' },
  { text: 'Merkel', kind: 'person', again: true },
  { text: 'NATO', kind: 'organisation' },
  { text: 'Turkish', kind: 'group' },
  { text: 'Ankara', kind: 'place', again: true },
  { text: 'Treaty of Lausanne', kind: 'thing' },
  { text: 'Jonas Albrecht', kind: 'article' },
];

/** Marks the preview's names as the reader would mark them on a page of this page's colours. */
export function markPreview({ on, kinds, markStyle, markDensity }: Settings, held: boolean): void {
  const text = document.querySelector('[data-preview]')?.firstChild;
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith('dramatis-')) CSS.highlights.delete(name);
  if (!(text instanceof Text) || !on || (markStyle === 'held' && !held)) return;
  const ground = matchMedia('(prefers-color-scheme: dark)').matches ? '-on-dark' : '';
  let from = 0;
  for (const { text: name, kind, again } of NAMES) {
    const start = text.data.indexOf(name, from);
    if (start < 0) continue;
    from = start + name.length;
    if (!kinds[kind] || (again && markDensity[kind] !== 'every')) continue;
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, from);
    const look = `dramatis-${kind}${markStyle === 'solid' ? '-solid' : ''}${ground}`;
    const highlight = CSS.highlights.get(look) ?? new Highlight();
    highlight.add(range);
    CSS.highlights.set(look, highlight);
  }
}
