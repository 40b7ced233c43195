import fc from 'fast-check';

/**
 * Property tests draw the same examples on every run, so that a red run is red for everybody. PROPERTY_SEED draws others and
 * PROPERTY_RUNS more of them.
 */
fc.configureGlobal({
  seed: Number(process.env.PROPERTY_SEED ?? 20201018),
  ...(process.env.PROPERTY_RUNS && { numRuns: Number(process.env.PROPERTY_RUNS) }),
});
