/** What the reader set: schema, defaults, migrations, merging, sites. Pure. */
export { isWanted, shownKindOf } from './confidence.ts';
export { migrate, VERSION } from './migrate.ts';
export {
  changeReplica,
  mergeReplicas,
  parseSettings,
  type Replica,
  readReplica,
  type StoredReplica,
  sameLeaves,
  storeReplica,
} from './replica.ts';
export {
  CONFIDENCE_STEPS,
  type ConfidenceStep,
  DEFAULTS,
  type Leaves,
  LONGEST_DELAY,
  leavesOf,
  MARK_DENSITIES,
  MARK_STYLES,
  type MarkDensity,
  type MarkStyle,
  PLACES_SHOWN,
  type Settings,
  SHOWN_KINDS,
  type ShownKind,
  settingsOf,
  type WhereShown,
} from './schema.ts';
export { hostOf, isShownOn, ruleFor, type SiteStanding, standingOn, typedHost, withoutRule, withSite } from './sites.ts';
export { takenBack } from './take-back.ts';
