/** Names by their looks and company: a trained model that reads a block's capitals. Pure. */
export { documentFacts } from './document-facts.ts';
export { glossaryEvidence } from './evidence.ts';
export { RECOGNISED } from './labels.ts';
export { DamagedModel, wholeModel } from './packed-model.ts';
export { BlockReading, type NameReader, NO_RECOGNISER, type Recognised, Recogniser } from './recogniser.ts';
