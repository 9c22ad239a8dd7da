import type { Model } from '../../core/models/model.ts'
import { lonlatFormat } from '../../core/recipe/lonlat-format.ts'
import { roleOf } from '../../core/recipe/roles.ts'
import type { Table } from '../../core/table/table.ts'
import { readLonlat } from '../../core/values/lonlat.ts'

type Position = readonly [longitude: number, latitude: number]

/** The table as GeoJSON (RFC 7946): a feature a row, all its cells as properties. A row without a certain point has no geometry, and is there. */
export function writeGeojson(table: Table, model: Model): string {
  const point = pointFinder(table, model)
  const features = table.rows.map((_, row) => {
    const position = point(row)
    return {
      type: 'Feature',
      geometry: position ? { type: 'Point', coordinates: position } : null,
      properties: Object.fromEntries(table.columns.map(({ name, cells }) => [name, cells[row] ?? ''])),
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function pointFinder({ columns }: Table, model: Model): (row: number) => Position | undefined {
  const of = (role: string) => {
    const field = model.fields.find(one => roleOf(one) === role && columns.some(({ name }) => name === one.name))
    return { field, cells: columns.find(({ name }) => name === field?.name)?.cells }
  }
  const [longitude, latitude, both] = [of('longitude'), of('latitude'), of('lonlat')]
  if (longitude.cells && latitude.cells)
    return row => position(longitude.cells?.[row] ?? '', latitude.cells?.[row] ?? '')
  const { field, cells } = both
  return row => (field && cells ? pairOf(cells[row] ?? '', lonlatFormat(field)) : undefined)
}

function position(x: string, y: string): Position | undefined {
  const [longitude, latitude] = [numberOf(x), numberOf(y)]
  if (longitude === undefined || latitude === undefined) return undefined
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined
}

const numberOf = (text: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined)

/** The order of the two numbers is the model's; for another writing, France tells it. */
function pairOf(text: string, format: string): Position | undefined {
  const reading = readLonlat(text, { format: '{lon} {lat}' })
  if (reading.status === 'certain' && reading.value !== '') {
    const [x = '', y = ''] = reading.value.split(' ')
    return position(x, y)
  }
  const numbers = text.match(/-?\d+(?:\.\d+)?/g)
  if (numbers?.length !== 2) return undefined
  const isLatFirst = format.includes('{lat}') && format.indexOf('{lat}') < format.indexOf('{lon}')
  const [first, second] = numbers as [string, string]
  return isLatFirst ? position(second, first) : position(first, second)
}
