import { type Compiled, compileGlossary, wordFault } from '#lib/glossary/compile/index.ts';
import { Glossary } from '#lib/glossary/index.ts';

const REGISTRY: ReadonlyMap<string, string> = new Map([
  ['editor', 'the editor'],
  ['iso-3166', 'codes of states'],
  ['natural-earth', 'shapes of states'],
]);

/** Compiles one source file of the given text, with the packaged states beside it. */
export function compileText(text: string, file = 'test/source.yaml'): Compiled {
  return compileGlossary({ files: new Map([[file, text]]), registry: REGISTRY }, { towns: false });
}

/** The faults of one source file of the given text, each as its one line. */
export function faultsOf(text: string, file?: string): string[] {
  return compileText(text, file).faults.map(wordFault);
}

/** A glossary of these entries and the packaged states. @throws where the text has a fault: a test is to say what it means. */
export function glossaryOf(text: string): Glossary {
  const compiled = compileText(text);
  if (compiled.faults.length > 0) throw new Error(compiled.faults.map(wordFault).join('\n'));
  return new Glossary(compiled.index, compiled.packedEntries);
}

/** A person as a source block; `more` is further fields, each a line without indentation. */
export function person(id: string, name: string, ...more: string[]): string {
  return block(id, 'person', name, more);
}

export function place(id: string, name: string, subkind: string, country: string, ...more: string[]): string {
  const where = more.some((line) => line.startsWith('lat:')) ? [] : ['lat: 40', 'lon: 45'];
  return block(id, 'place', name, [`subkind: ${subkind}`, `country: "${country}"`, ...where, ...more]);
}

export function organisation(id: string, name: string, subkind: string, ...more: string[]): string {
  return block(id, 'organisation', name, [`subkind: ${subkind}`, ...more]);
}

export function thing(id: string, name: string, subkind: string, ...more: string[]): string {
  return block(id, 'thing', name, [`subkind: ${subkind}`, ...more]);
}

function block(id: string, kind: string, name: string, more: readonly string[]): string {
  const summary = more.some((line) => line.startsWith('summary:')) ? [] : [`summary: ${kind} of the tests, called ${id}.`];
  const lines = [`id: ${id}`, `kind: ${kind}`, `name: ${JSON.stringify(name)}`, ...summary, ...more, 'sources: [editor]'];
  return `- ${lines.join('\n  ')}\n`;
}
