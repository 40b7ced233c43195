import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashWord } from '#lib/text/index.ts';

/** Corpora whose licence asks for attribution at most; within them, texts of other licences are left out (see corpus.ts). */
export const TRAINED_ON = ['gum-news', 'gum-interview', 'gum-academic', 'gum-court', 'wikigold', 're3d'];

/** Where training keeps what it fetches and its models for measuring; safe to delete. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/dramatis-train/', import.meta.url));

export const FOLDS = 4;
/** The fold whose model has not seen the text. */
export const foldOf = (id: string): number => hashWord(id).low % FOLDS;
export const foldFile = (fold: number): string => path.join(CACHE, `fold-${fold}.model`);
