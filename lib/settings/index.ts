/** What the reader set: schema, defaults, sites. Pure. */
export { changedSettings, DEFAULTS, LONGEST_DELAY, parseSettings, type Settings, SHOWN_KINDS, type ShownKind } from './schema.ts';
export { hostOf, isShownOn, withSite } from './sites.ts';
