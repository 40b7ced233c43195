import * as v from 'valibot';

/** Parses what came over a boundary; null for anything else. */
export function parseMessage<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}
