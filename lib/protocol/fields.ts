import * as v from 'valibot';

// Fields that several messages have.

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Names one visit to one article; the page makes it. */
export const page = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** Id of an entry. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Id of an entry, or `=` and the folded form of a name that only articles speak of. */
export const key = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Width or height of a map. */
export const pixels = v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(2000));
export const list = <T>(item: v.GenericSchema<unknown, T>) => v.pipe(v.array(item), v.readonly());
