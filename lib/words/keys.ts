import type english from '../../public/_locales/en/messages.json';

type Key = keyof typeof english;

/** A message that is one for every number, and one that is counted: its forms are called `key__one`, `key__other` and so on. */
export type CountedKey = Key extends infer K ? (K extends `${infer Base}__other` ? Base : never) : never;
export type MessageKey = Exclude<Key, `${CountedKey}__${string}`>;

/** Every language the interface speaks. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'ru', 'tr', 'hy', 'az', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
