import type { GenericSchema } from 'valibot';
import { browser } from 'wxt/browser';
import { wordStanding } from '#components/settings/index.ts';
import type { LocatorMap } from '#lib/atlas/index.ts';
import type { Cast } from '#lib/cast/index.ts';
import { cardReply, castReply, mapReply, parseMessage, type Request } from '#lib/protocol/index.ts';
import { hostOf } from '#lib/settings/index.ts';
import type { Words } from '#lib/words/index.ts';
import { loadSettings } from '../storage/settings-store.ts';
import { askPage, standingOf, type Tab } from '../tab/standing.ts';

/** Size of a map, pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** The panel's margins, and the widths its map is drawn in, pixels: a map that is scaled down has names that nobody can read. */
const MARGINS = 32;
const NARROWEST = 180;
const WIDEST = 528;
const STEP = 20;

/** The size of the panel's map in a window of this width, in steps: not every pixel is worth a new map. */
export function mapSizeIn(width: number): MapSize {
  const steps = Math.floor(Math.min(Math.max(width - MARGINS, NARROWEST), WIDEST) / STEP);
  return { width: steps * STEP, height: Math.round(steps * STEP * 0.68) };
}

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
export async function mapOf({ members }: Cast, size: MapSize, heart: boolean): Promise<CastMap | null> {
  const entries = members.flatMap(({ entry, isPlace }) => (isPlace && entry !== null ? [entry] : [])).slice(0, MOST_PLACES);
  if (entries.length === 0) return null;
  const reply = await ask({ type: 'map', entries, heart, ...size }, mapReply);
  return reply?.type === 'map' && reply.map ? { map: reply.map, beyond: reply.beyond } : null;
}

/** What the article says of somebody whom only it knows; empty where it says nothing. */
export async function introductionOf(page: string, mention: number): Promise<string> {
  const reply = await ask({ type: 'card', page, mention }, cardReply);
  return reply?.type === 'card' ? reply.card.lead : '';
}

/** A cast with what was already known of those whom only the article knows. */
export function withLeads(cast: Cast | null, before: Cast | null): Cast | null {
  const known = new Map(before?.members.map(({ key, lead }) => [key, lead]));
  return cast && { ...cast, members: cast.members.map((member) => ({ ...member, lead: member.lead || (known.get(member.key) ?? '') })) };
}
