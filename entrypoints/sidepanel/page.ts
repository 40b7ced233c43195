import type { GenericSchema } from 'valibot';
import { browser } from 'wxt/browser';
import { wordStanding } from '#components/settings/index.ts';
import type { LocatorMap } from '#lib/atlas/index.ts';
import type { Cast } from '#lib/cast/index.ts';
import { cardReply, castReply, mapReply, parseMessage, type Request } from '#lib/protocol.ts';
import { hostOf } from '#lib/settings/index.ts';
import type { Words } from '#lib/words/index.ts';
import { loadSettings } from '../storage/settings-store.ts';
import { askPage, standingOf, type Tab } from '../tab/standing.ts';

/** Size of the panel's map, pixels. */
export const PANEL_MAP = { width: 380, height: 260 };
/** Places on the panel's map, at most: those named most often. */
const MOST_PLACES = 60;
/** Times an article is told again to a background that was stopped. */
const TRIES = 3;

/** What there is to list of a page; without a cast, `reason` says why. */
export interface Listing {
  readonly page: string | null;
  readonly title: string;
  readonly cast: Cast | null;
  readonly reason: string;
}

async function ask<T>(request: Request, schema: GenericSchema<unknown, T>): Promise<T | null> {
  return parseMessage(schema, await browser.runtime.sendMessage(request).catch(() => null));
}

/** Lists a tab's article. Where the background was stopped and has forgotten it, the page tells it again. */
export async function listTab(tab: Tab | null, words: Words): Promise<Listing> {
  for (let tries = 0; tab && tries < TRIES; tries++) {
    const state = await askPage(tab, { type: tries === 0 ? 'state' : 'reread' });
    if (!state?.article) break;
    const { page, title } = state.article;
    const reply = await ask({ type: 'cast', page }, castReply);
    if (reply?.type === 'cast') return { page, title, cast: reply.cast, reason: '' };
  }
  const standing = await standingOf(tab, tab ? hostOf(tab.url) : null, await loadSettings());
  return { page: null, title: '', cast: null, reason: wordStanding(standing, words) };
}

/** A map of a cast's places, and how many of them lie beyond it. */
export interface CastMap {
  readonly map: LocatorMap;
  readonly beyond: number;
}

/** All places of a cast on one map, or those that lie together where most do (`heart`). */
export async function mapOf({ members }: Cast, heart: boolean): Promise<CastMap | null> {
  const entries = members.flatMap(({ entry, isPlace }) => (isPlace && entry !== null ? [entry] : [])).slice(0, MOST_PLACES);
  if (entries.length === 0) return null;
  const reply = await ask({ type: 'map', entries, heart, ...PANEL_MAP }, mapReply);
  return reply?.type === 'map' && reply.map ? { map: reply.map, beyond: reply.beyond } : null;
}

/** What the article says of somebody whom only it knows; empty where it says nothing. */
export async function introductionOf(page: string, mention: number): Promise<string> {
  const reply = await ask({ type: 'card', page, mention }, cardReply);
  return reply?.type === 'card' ? reply.card.lead : '';
}
