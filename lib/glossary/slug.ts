import { fold } from '#lib/text/index.ts';

/** A name as ids have it: lower-case ASCII, hyphens between words. */
export const slug = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
