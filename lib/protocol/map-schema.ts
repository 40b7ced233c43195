import * as v from 'valibot';
import { list, pixels } from './fields.ts';

/** A path of SVG that draws nothing but straight lines. */
const path = v.pipe(v.string(), v.maxLength(400_000), v.regex(/^[MlZ\d.,-]*$/));
/** A map as it is drawn. */
export const locatorMap = v.object({
  width: pixels,
  height: pixels,
  land: path,
  home: path,
  contested: path,
  coast: path,
  borders: path,
  disputed: path,
  marks: list(
    v.object({ id: v.string(), name: v.string(), shape: v.picklist(['dot', 'circle', 'ring', 'none']), x: v.number(), y: v.number() }),
  ),
  labels: list(
    v.object({
      text: v.string(),
      x: v.number(),
      y: v.number(),
      anchor: v.picklist(['start', 'middle', 'end']),
      role: v.picklist(['land', 'home', 'subject', 'note']),
    }),
  ),
  scale: v.object({ length: v.number(), text: v.string() }),
  description: v.string(),
});
