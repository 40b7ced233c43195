/** What the reader adds to the glossary, drawn: own entries and packs. */
export { type OwnProps, OwnSection } from './own-section.tsx';
export { type PacksProps, PacksSection } from './packs-section.tsx';
export { Refused } from './refused.tsx';
