import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedSettings, DEFAULTS, hostOf, isShownOn, parseSettings, withSite } from '#lib/settings/index.ts';

const kinds = fc.record({
  person: fc.boolean(),
  organisation: fc.boolean(),
  group: fc.boolean(),
  place: fc.boolean(),
  thing: fc.boolean(),
  article: fc.boolean(),
});
const host = fc.constantFrom('news.example', 'www.news.example', 'a.b', 'localhost', 'xn--bcher-kva.example', '127.0.0.1');
const settings = fc.record({ on: fc.boolean(), sitesOff: fc.uniqueArray(host), kinds, hoverDelay: fc.integer({ min: 0, max: 2000 }) });

describe('settings', () => {
  test('that are the defaults store nothing', () => {
    expect(changedSettings(DEFAULTS)).toEqual({});
    expect(parseSettings(undefined)).toEqual(DEFAULTS);
  });

  test('come back from the store as they went in', () => {
    fc.assert(
      fc.property(settings, (given) => {
        expect(parseSettings(JSON.parse(JSON.stringify(changedSettings(given))))).toEqual(given);
      }),
    );
  });

  test('survive rubbish: each spoilt value falls back, the others stay', () => {
    expect(
      parseSettings({ on: false, sitesOff: ['ok.example', 3, '<b>', null], kinds: { person: 'no', place: false }, hoverDelay: 'soon' }),
    ).toEqual({
      ...DEFAULTS,
      on: false,
      sitesOff: ['ok.example'],
      kinds: { ...DEFAULTS.kinds, place: false },
    });
    expect(parseSettings({ hoverDelay: -5 }).hoverDelay).toBe(DEFAULTS.hoverDelay);
    expect(parseSettings({ hoverDelay: Number.NaN }).hoverDelay).toBe(DEFAULTS.hoverDelay);
  });

  test('never throw, whatever the store holds', () => {
    fc.assert(fc.property(fc.anything(), (rubbish) => void parseSettings(rubbish)));
  });
});

describe('a site rule', () => {
  const off = withSite(DEFAULTS, 'news.example', false);

  test('covers the host and its subdomains, and no other', () => {
    expect(isShownOn(off, 'news.example')).toBe(false);
    expect(isShownOn(off, 'www.news.example')).toBe(false);
    expect(isShownOn(off, 'othernews.example')).toBe(true);
    expect(isShownOn(off, 'example')).toBe(true);
  });

  test('is undone from a subdomain too', () => {
    expect(isShownOn(withSite(off, 'www.news.example', true), 'news.example')).toBe(true);
  });

  test('keeps the newest where there are too many', () => {
    let many = DEFAULTS;
    for (let number = 0; number < 400; number++) many = withSite(many, `site${number}.example`, false);
    expect(isShownOn(many, 'site399.example')).toBe(false);
    expect(JSON.stringify(changedSettings(many)).length).toBeLessThan(8000);
  });
});

test.each([
  ['https://news.example/a?b', 'news.example'],
  ['http://127.0.0.1:8000/', '127.0.0.1'],
  ['file:///tmp/a.html', 'local-files'],
  ['about:blank', null],
  ['chrome-extension://abc/welcome.html', null],
  ['', null],
  ['not an address', null],
])('the host of %s is %s', (address, expected) => {
  expect(hostOf(address)).toBe(expected);
});
