import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { openSession, type Session } from './harness/session.ts';
import { type Visits, visitShapes } from './harness/visits.ts';

/** No script but the extension's runs: whatever happens after a page was parsed is its doing. Styles of the pages' own are kept. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-src 'self'; object-src 'self'";
/** Milliseconds of a task that keeps a page from its reader. */
const LONG_TASK = 50;

describe.each(BROWSER_KINDS)('every page after the shape of real sites, %s', (kind) => {
  let session: Session;
  let seen: Visits;

  beforeAll(async () => {
    session = await openSession(kind, { policy: POLICY });
    await session.browser.welcomeTab();
    await session.browser.watchComplaints();
    const begun = performance.now();
    seen = await visitShapes(session);
    const longest = seen.tasks.slice(0, 3).map(({ time, page }) => `${time.toFixed(1)} ms at ${page.replace(/.*\//, '')}`);
    process.stdout.write(
      `${kind}: ${seen.visits.length} pages in ${Math.round((performance.now() - begun) / 1000)} s, ${seen.visits.flatMap(({ marks }) => marks).length} marks${longest.length > 0 ? `; longest tasks of ours ${longest.join(', ')}` : ''}\n`,
    );
  }, 240_000);
  afterAll(() => session?.close());

  const wrong = <T>(what: (visit: Visits['visits'][number]) => T | null) =>
    seen.visits.flatMap((visit) => {
      const found = what(visit);
      return found === null ? [] : [{ page: visit.shape.name, found }];
    });

  it('is read where it is an article in English, and left alone where it is none', () => {
    expect(
      wrong(({ shape: { facts }, state, marks }) => {
        const right =
          facts.article && facts.language === 'en'
            ? state === 'marked' && marks.length > 0
            : marks.length === 0 && state !== 'marked' && state !== 'failed';
        return right ? null : { state, marks: marks.length };
      }),
    ).toEqual([]);
  });

  it('has marks in its article alone', () => {
    const marks = seen.visits.flatMap((visit) => visit.marks);
    const outside = wrong((visit) => {
      const texts = visit.marks.filter(({ role }) => role === 'out').map(({ text }) => text);
      return texts.length > 0 ? texts : null;
    });
    expect(marks.length).toBeGreaterThan(500);
    expect(outside.flatMap(({ found }) => found).length / marks.length, JSON.stringify(outside)).toBeLessThanOrEqual(0.02);
    expect(outside).toEqual([]);
  });

  it('stays as it was, node for node', () => {
    expect(wrong(({ changes }) => (changes.length > 0 ? changes : null))).toEqual([]);
  });

  it('asks for nothing but its own', () => {
    expect(seen.requests).toEqual([]);
    expect(session.outside.asked).toEqual([]);
  });

  it('has no complaint of ours in any context', async () => {
    expect(await session.browser.complaints()).toEqual([]);
  });

  // Firefox tells of no thread's own time.
  if (kind === 'chromium')
    it('is held up by no long task of ours', () => {
      expect(seen.tasks.length).toBeGreaterThan(seen.visits.length);
      expect(seen.tasks.filter(({ time }) => time > LONG_TASK)).toEqual([]);
    });
});
