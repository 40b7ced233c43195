import { ClassWords } from './class-words.ts';
import { signUpsIn, tellingIn } from './exclude.ts';
import type { Part, Place } from './found.ts';
import { traitsOf } from './tags.ts';
import type { TreeOf } from './tree.ts';

/** A part of the page that was passed over. */
export interface Unread {
  readonly place: Place;
  readonly part: Part;
  /** How many of the blocks that were found stand before it. */
  readonly at: number;
}

/** What the walks through one page have in common. */
export interface Walked {
  readonly words: ClassWords;
  readonly telling: Set<Element>;
  /** Boxes for signing up. */
  readonly boxes: Set<Element>;
  readonly treeOf: TreeOf | undefined;
  /** Length of the text that was read, in UTF-16 units. */
  total: number;
  /** Elements that were entered. */
  entered: number;
  /** Nodes that were gone to: many short walks stop as often as one long one. */
  steps: number;
}

/** Before the first walk through a page. `treeOf`: opens shadow trees. */
export function beginWalk(root: Element, treeOf: TreeOf | undefined): Walked {
  return {
    words: new ClassWords(),
    telling: new Set(tellingIn(root)),
    boxes: new Set(signUpsIn(root)),
    treeOf,
    total: 0,
    entered: 1,
    steps: 0,
  };
}

/** The place of the element where a walk through a page begins. */
export function rootPlace(element: Element): Place {
  const traits = traitsOf(element.tagName);
  const place = { element, outer: null, traits, isBlock: true, part: null, group: null, level: 0 };
  return { ...place, owner: null, inLink: false, inPre: false, inCode: false, assigned: null, read: 0, order: 0, held: null };
}
