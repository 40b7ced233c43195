import { readWrittenDates } from '#lib/chronicle/index.ts';
import type { FoundBlock } from '../found.ts';
import { isFar } from '../parts.ts';
import { attributeOf, nameOf, namesOf, plain } from '../plain.ts';
import type { Candidate, DateClues } from './clues.ts';
import { LAST_CHANGE } from './last-change.ts';

const PUBLICATION =
  /(?:publi(?:sh|é|c[ae])|post[eé]|written|first |date:|erschienen|öffentlicht|pubblicat|опублик|yayın|dərc|نشر|opublik|megjelen|发布|發布|掲載|公開|입력|등록)/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|tarih|published?|pub-?date|posted|time(?:stamp)?|dateline|dt-published|entry-date|article-?date)(?=$|[\s_-])/i;

/** Lines that hold a date around the heading, before the first paragraph, and behind the last; of a last change, or of none. */
export function* inLines({ found, heading, text, language }: DateClues, changed = false): Generator<Candidate> {
  const firstProse = found.indexOf(text.find((block) => block.prose) as FoundBlock);
  const lastProse = found.indexOf(text.findLast((block) => block.prose) as FoundBlock);
  const at = heading ? found.indexOf(heading) : Math.max(-1, firstProse - 9);
  const dates = (blocks: readonly FoundBlock[], most: number, wanted: (text: string, element: Element) => boolean): Candidate[] =>
    blocks.flatMap((block) => {
      if (Math.max(...block.line.split('\n').map(({ length }) => length)) > most || isFar(block) || !wanted(block.text, block.element))
        return [];
      return readWrittenDates(block.text, language)
        .filter(({ at: start }) => LAST_CHANGE.test(block.text.slice(Math.max(0, start - 40), start)) === changed)
        .map(({ day }): Candidate => ['text', day]);
    });
  const any = () => true;
  const named = (line: string, element: Element) => {
    if (PUBLICATION.test(line)) return true;
    const { parentElement } = plain(element);
    return DATE_CLASS.test(`${namesOf(element)} ${parentElement ? attributeOf(parentElement, 'class') : ''}`);
  };
  const origin = heading ?? found[firstProse];
  const near = origin ? wider(origin.element, heading ? 2 : 4) : null;
  /** Whether a block stands with the heading, or with the first paragraph where there is none: the day in a page's own head is today's. */
  const isNear = (element: Element) => near !== null && plain(near).contains(element);
  const between = (firstProse > at ? found.slice(at + 1, firstProse) : found.slice(at + 1, at + 6)).filter(
    ({ element }) => heading !== null || isNear(element),
  );
  // Without a heading to begin at, what is closest to the text is sooner its own.
  if (!heading) between.reverse();
  yield* dates(between, 200, named);
  yield* dates(between, 120, any);
  // A picture's caption may be the first paragraph, and be followed by a list.
  yield* dates(found.slice(firstProse + 1, firstProse + 9), 120, named);
  yield* dates(found.slice(firstProse + 1, firstProse + 4), 60, any);
  if (heading) {
    yield* dates(found.slice(Math.max(0, at - 4), at).reverse(), 120, (_line, element) => isNear(element));
    yield* dates([heading], 300, any);
  }
  if (changed) return;
  // "LONDON, 3 March 2014 (Agency) -"
  for (const block of text.filter((one) => one.prose).slice(0, 2)) {
    const [first] = readWrittenDates(block.text.slice(0, 140), language);
    if (first && first.at < 60 && /^.{6,18}\d{4}\)? ?[,:]? ?[-–—(/]/.test(block.text.slice(first.at))) yield ['text', first.day];
  }
  if (lastProse >= 0) yield* dates(found.slice(lastProse + 1, lastProse + 8), 160, named);
}

/** An element some steps around another, in the body. */
function wider(element: Element, steps: number): Element {
  let around = element;
  for (let step = 0; step < steps; step++) {
    const parent = plain(around).parentElement;
    if (!parent || /^(?:BODY|HTML)$/.test(nameOf(parent))) break;
    around = parent;
  }
  return around;
}
