import type { Condition } from './ast.ts'
import type { Reader } from './reader.ts'

type Shape = Extract<Condition, { type: 'shape' }>['how']
const MODES: Readonly<Record<string, Shape>> = {
  intersects: 'intersects',
  intersect: 'intersects',
  disjoint: 'disjoint',
  within: 'within',
}

/** The functions that filter; those of v2.0 (`distance`, `bbox`, `polygon`, `geometry`) are read too. Undefined: none stands here. */
export function readFilter(reader: Reader): Condition | undefined {
  if (reader.isCall('search', 'suggest', 'startswith')) return searchOf(reader)
  if (reader.isCall('within_distance')) return nearOf(reader)
  if (reader.isCall('in_bbox')) return boxOf(reader)
  if (reader.isCall('intersects', 'disjoint', 'within', 'polygon')) return shapeOf(reader)
  if (reader.isCall('geometry')) return geometryOf(reader)
  if (reader.isCall('bbox')) return cornersOf(reader)
  return undefined
}

function opened(reader: Reader): string {
  const name = reader.next().text.toLowerCase()
  reader.sign('(')
  return name
}

/** `search("mots")`, `search(*, "mots")`, `startswith(nom, "B")`. */
function searchOf(reader: Reader): Condition {
  const how = opened(reader) as 'search' | 'suggest' | 'startswith'
  const fields: string[] = []
  if (reader.takeSign('*')) reader.sign(',')
  else
    while (reader.isField()) {
      fields.push(reader.field())
      reader.sign(',')
    }
  const text = reader.quoted()
  reader.sign(')')
  return { type: 'search', how, ...(fields.length > 0 && { fields }), text }
}

const METRES: Readonly<Record<string, number>> = {
  ...{ m: 1, km: 1000, cm: 0.01, mm: 0.001 },
  ...{ mi: 1609.344, yd: 0.9144, ft: 0.3048 },
}

function nearOf(reader: Reader): Condition {
  opened(reader)
  const field = reader.field()
  reader.sign(',')
  const from = reader.take('geometry', "un point, comme geom'POINT(1.8 48.9)'")
  reader.sign(',')
  const metres = metresOf(reader)
  reader.sign(')')
  return { type: 'near', field, from, metres }
}

/** Without a unit: metres. */
export function metresOf(reader: Reader): number {
  const value = reader.number('une distance, comme 500m ou 2km')
  const unit = reader.takeWord(...Object.keys(METRES)) ?? 'm'
  return value * METRES[unit]!
}

function degreesAfterComma(reader: Reader): number {
  reader.sign(',')
  const sign = reader.takeSign('-') ? -1 : 1
  return sign * reader.number('des degrés')
}

/** Latitude and longitude of a corner, then of the one across. */
function boxOf(reader: Reader): Condition {
  opened(reader)
  const field = reader.field()
  const [a, b, c, d] = [1, 2, 3, 4].map(() => degreesAfterComma(reader)) as [number, number, number, number]
  reader.sign(')')
  return { type: 'box', field, sides: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] }
}

function shapeOf(reader: Reader): Condition {
  const name = opened(reader)
  const { field, geometry } = fieldAndGeometry(reader)
  reader.sign(')')
  return { type: 'shape', how: MODES[name] ?? 'within', field, geometry }
}

function fieldAndGeometry(reader: Reader): { readonly field: string; readonly geometry: string } {
  const field = reader.field()
  reader.sign(',')
  return { field, geometry: reader.take('geometry', "une forme, comme geom'POLYGON((…))'") }
}

function geometryOf(reader: Reader): Condition {
  opened(reader)
  const { field, geometry } = fieldAndGeometry(reader)
  reader.sign(',')
  const how = MODES[reader.takeWord(...Object.keys(MODES)) ?? reader.refuse('INTERSECTS, DISJOINT ou WITHIN')]!
  reader.sign(')')
  return { type: 'shape', how, field, geometry }
}

/** `bbox(field, top left, bottom right)`. */
function cornersOf(reader: Reader): Condition {
  opened(reader)
  const { field, geometry: a } = fieldAndGeometry(reader)
  reader.sign(',')
  const b = reader.take('geometry', 'un point')
  reader.sign(')')
  const [x1, y1, x2, y2] = [...cornerOf(reader, a), ...cornerOf(reader, b)] as [number, number, number, number]
  return { type: 'box', field, sides: [Math.min(y1, y2), Math.min(x1, x2), Math.max(y1, y2), Math.max(x1, x2)] }
}

function cornerOf(reader: Reader, wkt: string): readonly [number, number] {
  const [, x, y] = /^\s*POINT\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s*\)\s*$/i.exec(wkt) ?? []
  return x === undefined || y === undefined
    ? reader.refuse("deux points, comme geom'POINT(1.8 48.9)'")
    : [Number(x), Number(y)]
}
