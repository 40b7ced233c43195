import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, hostOf, isShownOn, type Settings, standingOn, typedHost, withoutRule, withSite } from '#lib/settings/index.ts';

describe('a site rule', () => {
  const off = withSite(DEFAULTS, 'news.example', false);

  test('covers the host and its subdomains, and no other', () => {
    expect(isShownOn(off, 'news.example')).toBe(false);
    expect(isShownOn(off, 'www.news.example')).toBe(false);
    expect(isShownOn(off, 'othernews.example')).toBe(true);
    expect(isShownOn(off, 'example')).toBe(true);
  });

  test('for a subdomain goes before that of its domain, both ways', () => {
    const subdomainOn = withSite(off, 'sport.news.example', true);
    expect(isShownOn(subdomainOn, 'a.sport.news.example')).toBe(true);
    expect(isShownOn(subdomainOn, 'news.example')).toBe(false);
    const subdomainOff = withSite(DEFAULTS, 'sport.news.example', false);
    expect(isShownOn(subdomainOff, 'news.example')).toBe(true);
    expect(isShownOn(subdomainOff, 'sport.news.example')).toBe(false);
  });

  test('is taken away again', () => {
    expect(withoutRule(off, 'news.example')).toEqual(DEFAULTS);
    expect(withSite(off, 'news.example', true)).toEqual(DEFAULTS);
  });

  test('is always obeyed, whatever rules there were', () => {
    const host = fc.constantFrom('a.example', 'b.a.example', 'c.b.a.example', 'example', 'd.example');
    const change = fc.tuple(host, fc.boolean());
    const where = fc.constantFrom('everywhere' as const, 'chosen' as const);
    fc.assert(
      fc.property(where, fc.array(change), change, (mode, changes, [last, shown]) => {
        let settings: Settings = { ...DEFAULTS, where: mode };
        for (const [at, on] of changes) settings = withSite(settings, at, on);
        settings = withSite(settings, last, shown);
        expect(isShownOn(settings, last)).toBe(shown);
        expect(isShownOn(settings, `below.${last}`)).toBe(shown);
      }),
    );
  });
});

test.each([
  [{}, 'shown'],
  [{ on: false }, 'all-off'],
  [{ where: 'asked' }, 'asked'],
  [{ where: 'asked', sites: { 'news.example': true } }, 'asked'],
  [{ where: 'chosen' }, 'not-chosen'],
  [{ where: 'chosen', sites: { 'news.example': true } }, 'shown'],
  [{ where: 'chosen', sites: { example: true, 'news.example': false } }, 'site-off'],
  [{ sites: { 'news.example': false } }, 'site-off'],
] as const)('with %j a site is %s', (changed, expected) => {
  expect(standingOn({ ...DEFAULTS, ...changed }, 'news.example')).toBe(expected);
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

test.each([
  ['news.example', 'news.example'],
  [' WWW.News.Example ', 'news.example'],
  ['*.news.example', 'news.example'],
  ['https://www.news.example/a/b?c', 'news.example'],
  ['news.example:8080/x', 'news.example'],
  ['http://[::1]:80/', '[::1]'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['a b', null],
  ['', null],
  ['javascript:alert(1)', null],
])('who types %s means %s', (typed, expected) => {
  expect(typedHost(typed)).toBe(expected);
});
