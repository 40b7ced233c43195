import type { ConfidenceStep } from './schema.ts';

/** The least confidence (0 to 1) of a mark at each step. Below the pipeline's own threshold no mark is made at all. */
export const LEAST_CONFIDENCE: Readonly<Record<ConfidenceStep, number>> = { any: 0, likely: 0.7, sure: 0.9 };
