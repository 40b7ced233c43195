import { eventually, type MarkedName, type OpenCard, type Tab } from './driver.ts';

/** In the page: the marked ranges, in the order of the text. */
const RANGES = `[...(CSS.highlights ?? [])]
  .filter(([name]) => name.startsWith('dramatis-') && name !== 'dramatis-current')
  .flatMap(([name, highlight]) => [...highlight].map((range) => ({ look: name.slice('dramatis-'.length), range })))
  .sort((a, b) => (a.range.startContainer.getRootNode() === b.range.startContainer.getRootNode() ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range) : 0))`;
const BOXES = `[...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }))`;

/** The names that are marked on a tab's page now. */
export function markedNames(tab: Tab): Promise<MarkedName[]> {
  return tab.evaluate<MarkedName[]>(`${RANGES}.map(({ look, range }) => ({ look, text: String(range), boxes: ${BOXES} }))`);
}

/** Waits until there are marks on the page, and they are as many as a moment ago. */
export async function settledNames(tab: Tab, limit: number): Promise<MarkedName[]> {
  let before = 0;
  return eventually(
    'names are marked',
    async () => {
      const names = await markedNames(tab);
      const settled = names.length > 0 && names.length === before;
      before = names.length;
      return settled ? names : null;
    },
    limit,
  );
}

/** Brings a marked name into view and puts the pointer on its first line; its number is that in `markedNames`. */
export async function hoverName(tab: Tab, number: number): Promise<void> {
  await tab.evaluate(`(() => {
    const box = ${RANGES}[${number}].range.getClientRects()[0];
    if (box.top < 0 || box.bottom > innerHeight) scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' });
  })()`);
  const box = (await markedNames(tab))[number]?.boxes[0];
  if (!box) throw new Error(`the name number ${number} is not there any more`);
  const [x, y] = [box.x + Math.min(box.width / 2, 12), box.y + box.height / 2];
  // Two steps: a pointer that stood there already would not be seen to move.
  await tab.movePointer(x - 3, y);
  await tab.movePointer(x, y);
}

/** Waits for a card to be open. */
export function openedCard(tab: Tab, limit: number): Promise<OpenCard> {
  return eventually('a card opens', async () => (await tab.openCards())[0] ?? null, limit);
}
