import { helperLine } from '../models/collection.ts'
import type { Model } from '../models/model.ts'
import type { Table } from '../table/table.ts'
import { rowRecord, takeRows } from './edit.ts'
import { rowIdentities } from './identity.ts'
import type { SetAsideRow } from './outcome.ts'

export type HelperLine = NonNullable<ReturnType<typeof helperLine>>

/** Which of the first rows of a table are the two lines of help of a collection sheet that came back: they are not data. */
export function helperRows({ columns, rows }: Table, { fields }: Model): ReadonlyMap<number, HelperLine> {
  const known = columns.flatMap(({ name, cells }) => {
    const field = fields.find(one => one.name === name)
    return field ? [{ field, cells }] : []
  })
  const found = new Map<number, HelperLine>()
  let above: HelperLine | undefined
  for (const row of [0, 1, 2].filter(at => at < rows.length)) {
    above = helperLine(
      known.map(({ field }) => field),
      known.map(({ cells }) => cells[row]!),
      above,
    )
    if (above) found.set(row, above)
  }
  return found
}

/** The table of another sheet or file, its lines of help set aside: put together with the first, they would pass for data. */
export function withoutHelp(table: Table, model: Model): { readonly table: Table; readonly setAside: SetAsideRow[] } {
  const help = helperRows(table, model)
  if (help.size === 0) return { table, setAside: [] }
  const identities = rowIdentities(table, model)
  const setAside = [...help.keys()].map(row => ({
    ref: table.rows[row]!,
    identity: identities[row]!,
    reason: 'Ligne d’aide de la feuille de collecte : ce n’est pas une donnée',
    cells: rowRecord(table, row),
  }))
  const kept = table.rows.map((_, row) => row).filter(row => !help.has(row))
  return { table: takeRows(table, kept), setAside }
}
