import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type * as v from 'valibot';

/** Why a file is refused: where in it, and what is wrong there. */
export interface Refusal {
  /** From 1. */
  readonly line: number;
  /** Where in the file's own terms ("entries.3.name"); empty for the file as a whole. */
  readonly place: string;
  readonly reason: string;
}

/** Something wrong at a path of keys and list positions. */
export interface Fault {
  readonly keys: readonly (string | number)[];
  readonly reason: string;
}

/** Reasons given at most: after some, an author corrects and tries again. */
const MOST_REASONS = 20;
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;
const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

/** The tree of a JSON text; none where it is nested deeper than the parser's own stack. */
function treeOf(text: string, errors: ParseError[] = []): ReturnType<typeof parseTree> {
  try {
    return parseTree(withoutMark(text), errors, STRICT);
  } catch {
    return undefined;
  }
}

/** The value of a JSON text, or where it stops being JSON. Never throws. `longest`: in UTF-16 units. */
export function readJson(text: string, longest: number): { readonly value: unknown } | { readonly refused: Refusal[] } {
  const refuse = (line: number, reason: string) => ({ refused: [{ line, place: '', reason }] });
  if (text.length > longest) return refuse(1, `is longer than ${longest} characters`);
  try {
    return { value: JSON.parse(withoutMark(text)) };
  } catch {
    const errors: ParseError[] = [];
    treeOf(text, errors);
    const [first] = errors;
    return first ? refuse(lineAt(text, first.offset), `is no JSON: ${wordCode(first)}`) : refuse(1, 'is no JSON');
  }
}

const wordCode = ({ error }: ParseError) =>
  printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** Faults with the line each stands on. Never throws. */
export function locate(text: string, faults: readonly Fault[]): Refusal[] {
  const tree = treeOf(text);
  return faults.slice(0, MOST_REASONS).map(({ keys, reason }) => ({
    line: tree ? lineAt(text, offsetOf(tree, keys)) : 1,
    place: keys.join('.').slice(0, 200),
    reason: reason.slice(0, 200),
  }));
}

/** Where a path stands in the text; where it does not, the nearest thing above it that does. */
function offsetOf(tree: NonNullable<ReturnType<typeof parseTree>>, keys: readonly (string | number)[]): number {
  for (let length = keys.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, [...keys.slice(0, length)]);
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

/** What a schema has against a value. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Fault[] {
  return issues.map((issue) => ({
    keys: (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    reason: wordIssue(issue),
  }));
}

function wordIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never') return 'no such field';
  return issue.expected === 'Object' ? 'must be an object' : 'is missing';
}
