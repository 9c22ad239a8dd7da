import type { Model } from '../../core/models/model.ts'
import { type Position, placeColumns, pointOf } from '../../core/recipe/points.ts'
import type { Table } from '../../core/table/table.ts'

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
  const cells = new Map(columns.map(({ name, cells }) => [name, cells]))
  const place = placeColumns(model, name => cells.get(name))
  return row => place && pointOf(place, name => cells.get(name)?.[row] ?? '')
}
