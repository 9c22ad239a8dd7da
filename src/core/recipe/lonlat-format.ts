import type { Field } from '../models/model.ts'
import { pairsIn } from '../values/pair-text.ts'
import { placesOf } from '../values/point.ts'

/** How a field wants a point: what Table Schema says of a geopoint, or what the model's own example shows of a text. */
export function lonlatFormat(field: Field): string {
  if (field.type === 'geopoint') return field.format
  return field.examples.map(formatOfExample).find(format => format !== undefined) ?? 'default'
}

/** « [1.8135, 48.9537] » gives `[{lon}, {lat}]`. */
function formatOfExample(example: string): string | undefined {
  const pairs = pairsIn(example)
  const [place, ...others] = pairs.flatMap(({ first, second }) => placesOf(first, second))
  const numbers = example.match(/-?\d+(?:\.\d+)?/g)
  if (!place || others.length > 0 || place.projection || numbers?.length !== 2) return undefined
  const names = place.order === 'lon-lat' ? ['{lon}', '{lat}'] : ['{lat}', '{lon}']
  return example.trim().replace(/-?\d+(?:\.\d+)?/g, () => names.shift()!)
}
