import * as v from 'valibot';
import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Origin } from '../model.ts';
import type { Fault } from './fault.ts';
import { type SourceEntry, sourceEntry } from './source-schema.ts';

interface WrittenEntry {
  readonly entry: SourceEntry;
  readonly origin: Origin;
}

export interface ParsedSource {
  readonly entries: WrittenEntry[];
  readonly faults: Fault[];
}

/** A source file may not be larger than this many characters: one file is to be read by a person. */
const MAX_LENGTH = 400_000;

/** Reads one source file's text. Every fault names the line it stands on; entries without fault are kept. */
export function parseSource(file: string, text: string): ParsedSource {
  if (text.length > MAX_LENGTH) {
    return { entries: [], faults: [{ file, line: 1, message: `longer than ${MAX_LENGTH} characters: split it` }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true, version: '1.2' });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const faults: Fault[] = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    message: `not readable as YAML: ${error.message.split('\n')[0] ?? ''}`,
  }));
  if (faults.length > 0) return { entries: [], faults };
  if (document.contents === null) return { entries: [], faults: [] };
  if (!isSeq(document.contents)) {
    return { entries: [], faults: [{ file, line: 1, message: 'must be a list of entries, each beginning "- id:"' }] };
  }
  const entries: WrittenEntry[] = [];
  for (const item of document.contents.items) {
    const node = item as Node;
    const line = lineAt(node.range?.[0] ?? 0);
    if (!isMap(node)) {
      faults.push({ file, line, message: 'must be an entry, beginning "- id:"' });
      continue;
    }
    const parsed = v.safeParse(sourceEntry, node.toJSON());
    if (parsed.success) {
      entries.push({ entry: parsed.output, origin: { file, line } });
      continue;
    }
    for (const issue of parsed.issues) {
      const keys = issue.path?.map((part) => part.key) ?? [];
      faults.push({ file, line: lineAt(nodeAt(node, keys).range?.[0] ?? 0), message: wordIssue(keys, issue) });
    }
  }
  return { entries, faults };
}

function nodeAt(map: YAMLMap, keys: readonly unknown[]): Node {
  for (let length = keys.length; length > 0; length--) {
    const node = map.getIn(keys.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node) return node as Node;
  }
  return map;
}

function wordIssue(keys: readonly unknown[], issue: v.BaseIssue<unknown>): string {
  const where = keys.length > 0 ? `${keys.map(String).join('.')}: ` : '';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where}no such field`;
  if (issue.type === 'strict_object') return `${where}is missing`;
  return `${where}${issue.message}`;
}
