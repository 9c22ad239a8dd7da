import type { PublishedColumn, PublishedVersion } from '../../publication/published.ts'
import type { CellValue, Query, Selected } from '../../publication/query/query.ts'

/** A map shows no more: beyond, the page says so, and the files have them all. */
export const MOST_POINTS = 10_000
/** Columns told beside a point. */
const MOST_TOLD = 8
const MOST_SIGNS = 160

/** What a map needs, as it travels: a title a column, then a line a point. */
export interface MapData {
  readonly columns: readonly string[]
  readonly points: readonly MapPoint[]
}
/** Longitude, latitude (WGS84 degrees), name, then the cells of `columns`. */
export type MapPoint = readonly [number, number, string, ...string[]]

/** The rows that have a point. */
export function pointsQuery(version: Pick<PublishedVersion, 'columns' | 'place'>): Query {
  const cell = (name: string): Selected => ({ as: name, of: { type: 'text', name } })
  return {
    select: [
      { as: ' x', of: { type: 'longitude' } },
      { as: ' y', of: { type: 'latitude' } },
      ...[nameColumn(version), ...toldColumns(version).map(({ name }) => name)].map((name, at) => ({
        ...cell(name),
        as: ` ${at}`,
      })),
    ],
    where: { type: 'not', of: { type: 'empty', of: { type: 'longitude' } } },
    limit: MOST_POINTS,
  }
}

export function mapData(
  version: Pick<PublishedVersion, 'columns' | 'place'>,
  rows: readonly (readonly CellValue[])[],
): MapData {
  return {
    columns: toldColumns(version).map(titleOf),
    points: rows.flatMap(([x, y, ...cells]): MapPoint[] =>
      typeof x === 'number' && typeof y === 'number' ? [[x, y, ...(cells.map(shown) as [string])]] : [],
    ),
  }
}

const shown = (cell: CellValue): string => {
  const text = cell === null ? '' : String(cell)
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text
}

export const titleOf = ({ name, title }: PublishedColumn): string => title || name

const NAMES =
  /(?:^|[_ ])(?:nom|name|titre|libell[eé]|intitul[eé]|appellation|enseigne|denomination|d[eé]signation)(?:$|[_ ])/i

/** The column that names a row: called so, or the first text. */
export function nameColumn({ columns, place }: Pick<PublishedVersion, 'columns' | 'place'>): string {
  const texts = columns.filter(column => column.type === 'string' && !isPlace(column.name, place))
  return (texts.find(({ name }) => NAMES.test(name)) ?? texts[0] ?? columns[0])?.name ?? ''
}

function toldColumns(version: Pick<PublishedVersion, 'columns' | 'place'>): PublishedColumn[] {
  const name = nameColumn(version)
  return version.columns
    .filter(column => column.name !== name && !isPlace(column.name, version.place))
    .slice(0, MOST_TOLD)
}

function isPlace(name: string, place: PublishedVersion['place']): boolean {
  if (!place) return false
  return 'pair' in place ? place.pair === name : place.latitude === name || place.longitude === name
}
