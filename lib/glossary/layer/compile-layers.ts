import { tokenise } from '#lib/text/index.ts';
import { type Entry, INVERSES } from '../model.ts';
import type { NameIndex } from '../name-index.ts';
import { type FormToPack, idHash, packNames } from '../packed/pack.ts';
import { familyNames, isAcronym } from '../person-names.ts';
import type { Layer, LayerEntry } from './model.ts';

/** How widely known an entry of a layer counts: whoever added it expects to meet it. */
const RENOWN = 5;

/** The names of layers made ready: what is dear to make, and can be kept. */
export interface CompiledLayers {
  /** A packed index. */
  readonly names: ArrayBuffer;
  /** How many entries the layers have. */
  readonly count: number;
  /** Number in `names` to number in the whole; numbers from `count` on are names for bundled entries. */
  readonly targets: readonly number[];
}

const numberIn =
  (base: NameIndex) =>
  (id: string): number | undefined =>
    base.postings(base.find(idHash(id)))[0]?.entry;

/** The layers' entries in full, in the order of their numbers. */
export function layerEntries(base: NameIndex, layers: readonly Layer[]): Entry[] {
  return layers.flatMap(entriesOf(numberIn(base)));
}

/**
 * Compiles layers, the first going before the rest: a name that two of them have means the first one's. References are
 * followed within the layer, then to the bundled glossary; what points nowhere is left out.
 * @throws where a layer's names clash with each other under their hashes, which no layer written in good faith does.
 */
export function compileLayers(base: NameIndex, layers: readonly Layer[]): CompiledLayers {
  const baseNumber = numberIn(base);
  const entries = layerEntries(base, layers);
  const numbers = new Map(entries.map((entry, number) => [entry.id, number]));
  const targets = entries.map((_, number) => base.entryCount + number);
  const packed: Entry[] = [...entries];
  /** The number in the layers' own index of an entry named from a layer; a bundled one gets a stand-in. */
  const numberHere = (layer: Layer, id: string): number | null => {
    const known = numbers.get(`${layer.id}:${id}`) ?? numbers.get(id);
    if (known !== undefined) return known;
    const target = baseNumber(id);
    if (target === undefined) return null;
    const number = packed.length;
    const { kind } = base.head(target);
    packed.push({ ...EMPTY, id, kind, name: id });
    numbers.set(id, number);
    targets.push(target);
    return number;
  };
  for (const entry of entries)
    if (entry.standsFor && !numbers.has(entry.standsFor)) numberHere({ id: '', entries: [], aliases: [] }, entry.standsFor);
  const forms: FormToPack[] = [];
  const taken = new Map<string, string>();
  const add = (layer: Layer, text: string, via: FormToPack['via'], weak: boolean, entry: number) => {
    const tokens = tokenise(text);
    let key = '';
    for (const { gap, folded } of tokens) key += ` ${gap}${folded}`;
    const owner = taken.get(key);
    if (owner !== undefined && owner !== layer.id) return;
    taken.set(key, layer.id);
    const bare = text.replace(/^[Tt]he (?=.)/, '');
    // Reading a name twice is half the work of a large pack.
    forms.push({ text: bare, ...(bare === text && { tokens }), via, weak, word: false, entry });
  };
  for (const layer of layers) {
    for (const written of layer.entries) {
      const number = numbers.get(`${layer.id}:${written.id}`);
      if (number === undefined) continue;
      const via = (name: string, other: 'name' | 'alias') => (isAcronym(name) ? 'acronym' : other);
      add(layer, written.name, via(written.name, 'name'), false, number);
      for (const alias of written.aliases ?? []) add(layer, alias, via(alias, 'alias'), false, number);
      for (const demonym of written.demonyms ?? []) add(layer, demonym, 'demonym', false, number);
      for (const weak of written.weak ?? []) add(layer, weak, 'short', true, number);
      if (written.kind === 'person')
        for (const family of familyNames(written.name, written.country ?? [])) add(layer, family, 'short', true, number);
    }
    for (const alias of layer.aliases) {
      const number = numberHere(layer, alias.of);
      if (number !== null) add(layer, alias.name, isAcronym(alias.name) ? 'acronym' : 'alias', false, number);
    }
  }
  // Strong before weak: of two forms with the same words, the packer keeps an entry's first.
  forms.sort((a, b) => Number(a.weak) - Number(b.weak));
  return { names: packNames(packed, forms), count: entries.length, targets };
}

const EMPTY = {
  aliases: [],
  weak: [],
  demonyms: [],
  summary: '',
  country: [],
  roles: [],
  status: [],
  holders: [],
  links: [],
  inverse: [],
  renown: RENOWN,
  sources: [],
} satisfies Partial<Entry>;

/** A layer's entries in full, with what follows from one another: who held which office, links seen from their other end. */
function entriesOf(baseNumber: (id: string) => number | undefined): (layer: Layer) => Entry[] {
  return (layer) => {
    const own = new Set(layer.entries.map((entry) => entry.id));
    const resolve = (id: string | undefined): string | undefined =>
      id === undefined ? undefined : own.has(id) ? `${layer.id}:${id}` : baseNumber(id) !== undefined ? id : undefined;
    const seen = new Set<string>();
    const entries = layer.entries.filter(({ id }) => !seen.has(id) && seen.add(id)).map((entry) => fullEntry(layer.id, entry, resolve));
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      for (const { rel, to } of entry.links) byId.get(to)?.inverse.push({ rel: INVERSES[rel], to: entry.id });
      for (const { of, office, title, from, to } of entry.roles)
        if (of && office)
          byId.get(of)?.holders.push({ person: entry.id, name: entry.name, title, office, ...(from && { from }), ...(to && { to }) });
    }
    return entries;
  };
}

function fullEntry(layer: string, written: LayerEntry, resolve: (id: string | undefined) => string | undefined): Entry {
  const { standsFor, capital, links = [], roles = [], ...rest } = written;
  const [stands, seat] = [resolve(standsFor), resolve(capital)];
  return {
    ...EMPTY,
    holders: [],
    inverse: [],
    ...rest,
    id: `${layer}:${written.id}`,
    links: links.flatMap(({ rel, to }) => {
      const known = resolve(to);
      return known === undefined ? [] : [{ rel, to: known }];
    }),
    roles: roles.map(({ of, ...role }) => {
      const known = resolve(of);
      return known === undefined ? role : { ...role, of: known };
    }),
    ...(stands !== undefined && { standsFor: stands }),
    ...(seat !== undefined && { capital: seat }),
    sources: [layer],
  };
}
