import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worldFile } from '#lib/atlas/compile/index.ts';
import { CARD_MAP, drawMap, heartOf, openWorld, parseWorldFile, type Subject } from '#lib/atlas/index.ts';
import { mapReply, parseMessage } from '#lib/protocol/index.ts';

const file = worldFile();
const world = openWorld(file);

const place = (name: string, lat: number, lon: number, subkind: string, ...country: string[]): Subject => ({
  id: name,
  name,
  lat,
  lon,
  subkind,
  country,
});
const draw = (...subjects: Subject[]) => {
  const map = drawMap(subjects, world, CARD_MAP);
  if (!map) throw new Error('no map was drawn');
  return map;
};
const GANJA = place('Ganja', 40.68, 46.36, 'city', 'AZ');

/** Where the moves of a path lead, pixels. */
function points(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Ml])(-?[\d.]+),(-?[\d.]+)/g)].map(([, move, a, b]) => {
    [x, y] = move === 'M' ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
    return [x, y];
  });
}

describe('a locator map', () => {
  it('shows a town in its state among the neighbours, and says so', () => {
    const map = draw(GANJA);
    expect(map.description).toMatch(/^Map: Ganja, in the west of Azerbaijan\. Around: /);
    const texts = map.labels.map(({ text }) => text);
    for (const name of ['Ganja', 'Azerbaijan', 'Georgia', 'Armenia', 'Iran']) expect(texts).toContain(name);
    expect(map.marks).toMatchObject([{ shape: 'dot', name: 'Ganja' }]);
    expect(map.home).not.toBe('');
    expect(map.disputed).toBe('');
  });

  it('puts a mark where the place is: east of it is to its right, south is below', () => {
    const [west, east] = draw(GANJA, place('Baku', 40.38, 49.89, 'city', 'AZ')).marks;
    expect(east && west && east.x > west.x + 50 && east.y > west.y - 5).toBe(true);
  });

  it('draws a scale that is true', () => {
    const map = draw(GANJA, place('Baku', 40.38, 49.89, 'city', 'AZ'));
    const [one, other] = map.marks;
    const pixels = Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
    const km = (pixels / map.scale.length) * Number.parseInt(map.scale.text.replace(',', ''), 10);
    // 299 km on the great circle.
    expect(km).toBeGreaterThan(285);
    expect(km).toBeLessThan(313);
  });

  it.each([
    ['over the antimeridian', place('Fiji', -17.8, 178, 'country', 'FJ')],
    ['of islets', place('Kiribati', 1.42, 173, 'country', 'KI')],
    ['near the pole', place('Svalbard', 78.6, 16, 'island', 'NO')],
    ['at the pole', place('South Pole', -90, 0, 'site')],
    ['of a state within a city', place('Vatican City', 41.9, 12.45, 'country', 'VA')],
    ['of the largest state', place('Russia', 60, 100, 'country', 'RU')],
    ['of the longest state', place('Chile', -30, -71, 'country', 'CL')],
    ['of no state', place('South China Sea', 12, 114, 'sea')],
  ])('holds %s', (_what, subject) => {
    const map = draw(subject);
    const [mark] = map.marks;
    expect(mark && mark.x >= 0 && mark.x <= map.width && mark.y >= 0 && mark.y <= map.height).toBe(true);
    expect(map.land + map.home).not.toBe('');
    expect(JSON.stringify(map).length).toBeLessThan(110_000);
  });

  it('shows no island alone: it is seen from farther off', () => {
    expect(draw(place('Jamaica', 18.1, -77.3, 'country', 'JM')).description).toMatch(/Around: .*(Haiti|Cuba)/);
  });

  it('marks disputed territory with a ring, names its status, and dashes the line round it', () => {
    const crimea = draw(place('Crimea', 45.3, 34.4, 'disputed-territory', 'UA'));
    expect(crimea.marks[0]?.shape).toBe('ring');
    expect(crimea.description).toContain('of disputed status');
    expect(crimea.labels.map(({ text }) => text)).toContain('disputed');
    expect(crimea.disputed).not.toBe('');
    expect(crimea.contested).not.toBe('');
  });

  it('draws Crimea neither as Russia nor with a plain border', () => {
    const russia = world.lands.find(({ code }) => code === 'RU');
    const near = russia?.parts.filter(({ centre }) => Math.abs(centre[0] - 34.3) < 1 && Math.abs(centre[1] - 45.3) < 1);
    expect(near).toEqual([]);
    expect(world.lands.filter(({ id }) => id === 'Crimea')).toHaveLength(1);
  });

  it('draws Western Sahara up to the parallel on both sides of the berm', () => {
    const holding = (at: [number, number]) =>
      world.lands
        .filter(({ parts }) =>
          parts.some(({ rings }) =>
            geoContains(
              { type: 'Polygon', coordinates: rings.map((ring) => [...ring.map(([lon, lat]): [number, number] => [lon, lat])]) },
              at,
            ),
          ),
        )
        .map(({ id }) => id);
    expect(holding([-13, 25])).toEqual(['W. Sahara']);
    expect(holding([-10, 26.5])).toEqual(['W. Sahara']);
    expect(holding([-10, 29])).toEqual(['Morocco']);
  });

  it.each([
    ['the line of control in Kashmir', [74.0, 34.2]],
    ['the Golan', [35.63, 33.08]],
    ['the north of Kosovo', [20.8, 43.2]],
    ['Western Sahara', [-11, 27.67]],
    ['the green line in Cyprus', [33.3, 35.15]],
  ])('dashes %s', (_what, [lon = 0, lat = 0]) => {
    const near = ({ points: line }: { readonly points: readonly (readonly [number, number])[] }) =>
      line.some(([x, y], at) => {
        const [nextX, nextY] = line[at + 1] ?? [x, y];
        return [0, 0.5, 1].some((step) => Math.hypot(x + (nextX - x) * step - lon, y + (nextY - y) * step - lat) < 0.35);
      });
    expect(world.disputed.some(near)).toBe(true);
  });

  it('draws all of a list on one map, the world where they are far apart', () => {
    const cities = [
      place('Washington', 38.9, -77, 'city', 'US'),
      place('Canberra', -35.3, 149.1, 'city', 'AU'),
      place('Moscow', 55.75, 37.6, 'city', 'RU'),
    ];
    const map = draw(...cities);
    expect(map.marks).toHaveLength(3);
    for (const { x, y } of map.marks) expect(x >= 0 && x <= map.width && y >= 0 && y <= map.height).toBe(true);
    expect(map.description).toBe('Map: Washington, Canberra, Moscow.');
  });

  it('leaves off what lies far from where most places are, where most are together', () => {
    const near = [GANJA, place('Baku', 40.4, 49.9, 'city', 'AZ'), place('Yerevan', 40.2, 44.5, 'city', 'AM')];
    const far = place('Washington', 38.9, -77, 'city', 'US');
    expect(heartOf([far, ...near])).toEqual(near);
    expect(heartOf([far, GANJA])).toEqual([far, GANJA]);
    expect(heartOf([GANJA])).toEqual([GANJA]);
    expect(heartOf([])).toEqual([]);
  });

  it('holds for any place on earth: what is drawn stays in the frame, no label lies on another, and the message is accepted', () => {
    const anywhere = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      subkind: fc.constantFrom('city', 'country', 'region', 'sea', 'river', 'disputed-territory', 'site', 'no such kind'),
      country: fc.subarray(['AZ', 'RU', 'FJ', 'US', 'VA', 'XX'], { maxLength: 2 }),
      name: fc.string({ maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 5 }), (list) => {
        const map = draw(...list.map((one, at) => ({ ...one, id: `${at}` })));
        for (const [x, y] of [...points(map.land), ...points(map.home), ...points(map.coast)]) {
          expect(x).toBeGreaterThanOrEqual(-4);
          expect(x).toBeLessThanOrEqual(map.width + 4);
          expect(y).toBeGreaterThanOrEqual(-4);
          expect(y).toBeLessThanOrEqual(map.height + 4);
        }
        for (const [at, one] of map.labels.entries()) {
          for (const other of map.labels.slice(at + 1)) expect(Math.abs(one.y - other.y) + Math.abs(one.x - other.x)).toBeGreaterThan(8);
        }
        expect(parseMessage(mapReply, { type: 'map', map, beyond: 0 })).not.toBeNull();
      }),
      { numRuns: 15 },
    );
  });
});

describe('the world file', () => {
  it('is made the same each time and survives being written', () => {
    expect(openWorld(parseWorldFile(JSON.parse(JSON.stringify(file)))).lands.length).toBe(world.lands.length);
    expect(JSON.stringify(worldFile())).toBe(JSON.stringify(file));
  });

  it('is refused where it is damaged', () => {
    expect(() => parseWorldFile({ ...file, objects: {} })).toThrow();
    expect(() => parseWorldFile('')).toThrow();
  });
});
