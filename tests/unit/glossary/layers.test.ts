import { describe, expect, test } from 'vitest';
import { Glossary, type Layer, layOver, PackedIndex } from '#lib/glossary/index.ts';
import { ownLayer, packLayer } from '#lib/packs/index.ts';
import { compileText, organisation, person, place } from '../support/glossary.ts';
import { packed, packOf } from '../support/packs.ts';
import { read } from '../support/reading.ts';

const SOURCE = [
  person('anna-bell', 'Anna Bell', 'aliases: ["Annie Bell"]'),
  person('john-price', 'John Price'),
  place('ganja', 'Ganja', 'city', 'AZ', 'renown: 4'),
  organisation('minsk-group', 'Minsk Group', 'international-body'),
].join('');
const compiled = compileText(SOURCE);
const index = new PackedIndex(compiled.index);
const plain = new Glossary(index, compiled.packedEntries);
const over = (...layers: Layer[]) => new Glossary(index, compiled.packedEntries, layOver(index, layers));
const TEXT = 'Anna Bell flew to Ganja. Bell met the Minsk Group there.';

describe('a layer', () => {
  test('that is empty changes nothing', () => {
    expect(read(over(ownLayer({ entries: [], aliases: [] })), TEXT)).toEqual(read(plain, TEXT));
  });

  test('adds a name, its aliases, and the surname after it', () => {
    const glossary = over(packLayer(packOf([packed('zoe-quill', 'Zoe Quill', { aliases: ['Zed Quill'] })])));
    expect(read(glossary, 'Zoe Quill spoke. Quill left. Zed Quill stayed.')).toEqual([
      'Zoe Quill -> test-pack:zoe-quill (name)',
      'Quill -> test-pack:zoe-quill (short)',
      'Zed Quill -> test-pack:zoe-quill (alias)',
    ]);
  });

  test('wins over the bundled entry of the same name, and leaves the rest as it was', () => {
    const glossary = over(ownLayer({ entries: [packed('my-anna', 'Anna Bell')], aliases: [] }));
    expect(read(glossary, TEXT)).toEqual([
      'Anna Bell -> own:my-anna (name)',
      'Ganja -> ganja (name)',
      'Bell -> own:my-anna (short)',
      'Minsk Group -> minsk-group (name)',
    ]);
    expect(read(glossary, 'Annie Bell came.')).toEqual(['Annie Bell -> anna-bell (alias)']);
  });

  test('goes on where the bundled names stop, and lets those go on where it stops', () => {
    const glossary = over(
      ownLayer({
        entries: [packed('longer', 'Ganja Valley Club', { kind: 'organisation' }), packed('minsk', 'Minsk', { kind: 'place' })],
        aliases: [],
      }),
    );
    expect(read(glossary, 'The Ganja Valley Club wrote to the Minsk Group and to Ganja and to Minsk.')).toEqual([
      'Ganja Valley Club -> own:longer (name)',
      'Minsk Group -> minsk-group (name)',
      'Ganja -> ganja (name)',
      'Minsk -> own:minsk (name)',
    ]);
  });

  test('before another wins over it, by order', () => {
    const first: Layer = { id: 'one', entries: [packed('x', 'Max Vale')], aliases: [] };
    const second: Layer = { id: 'two', entries: [packed('y', 'Max Vale')], aliases: [] };
    expect(read(over(first, second), 'Max Vale came.')).toEqual(['Max Vale -> one:x (name)']);
    expect(read(over(second, first), 'Max Vale came.')).toEqual(['Max Vale -> two:y (name)']);
  });

  test('gives other names to bundled entries, to its own and to those of other packs', () => {
    const glossary = over(
      ownLayer({
        entries: [packed('q', 'Zoe Quill')],
        aliases: [
          { name: 'The Iron Bell', of: 'anna-bell' },
          { name: 'Quillster', of: 'q' },
          { name: 'Vale the Great', of: 'two:y' },
          { name: 'Nobody Else', of: 'not-there' },
        ],
      }),
      { id: 'two', entries: [packed('y', 'Max Vale')], aliases: [] },
    );
    expect(read(glossary, 'Iron Bell saw Quillster and Vale the Great.')).toEqual([
      'Iron Bell -> anna-bell (alias)',
      'Quillster -> own:q (alias)',
      'Vale the Great -> two:y (alias)',
    ]);
  });

  test('is found by id and by name, with what follows from its own links and offices', () => {
    const glossary = over(
      packLayer(
        packOf([
          packed('club', 'Vale Club', { kind: 'organisation' }),
          packed('y', 'Max Vale', {
            roles: [
              { title: 'Chair', of: 'club', office: 'leader', from: '2000' },
              { title: 'Guest', of: 'nowhere' },
            ],
            links: [
              { rel: 'member-of', to: 'club' },
              { rel: 'ally-of', to: 'anna-bell' },
              { rel: 'ally-of', to: 'nowhere' },
            ],
          }),
        ]),
      ),
    );
    expect(glossary.byId('test-pack:club')).toMatchObject({
      name: 'Vale Club',
      holders: [{ person: 'test-pack:y', name: 'Max Vale', title: 'Chair' }],
      inverse: [{ rel: 'has-member', to: 'test-pack:y' }],
    });
    expect(glossary.byId('test-pack:y')).toMatchObject({
      roles: [{ title: 'Chair', of: 'test-pack:club' }, { title: 'Guest' }],
      links: [
        { rel: 'member-of', to: 'test-pack:club' },
        { rel: 'ally-of', to: 'anna-bell' },
      ],
    });
    expect(glossary.readings('Max Vale').map(({ posting }) => glossary.entry(posting.entry).id)).toEqual(['test-pack:y']);
    expect(glossary.byId('anna-bell')?.name).toBe('Anna Bell');
    expect(glossary.size).toBe(plain.size + 2);
  });

  test('knows where its places lie and what they stand for', () => {
    const glossary = over(
      ownLayer({ entries: [packed('hq', 'Quill House', { kind: 'place', lat: 10, lon: 20, standsFor: 'minsk-group' })], aliases: [] }),
    );
    const number = glossary.numberOf('own:hq') ?? -1;
    expect(glossary.index.place(number)).toEqual({ lat: 10, lon: 20 });
    expect(glossary.index.head(number)).toMatchObject({ kind: 'place', standsFor: plain.numberOf('minsk-group') });
  });
});
