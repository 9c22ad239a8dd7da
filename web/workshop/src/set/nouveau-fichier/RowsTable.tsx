import { Table } from '../../design/index.ts'
import { numbered } from '../shared/words.ts'

interface RowsTableProps {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[] }[]
  /** Of all rows: the list may be cut. */
  readonly count: number
  readonly most: number
}

/** Whole rows, with only the columns that say something. */
export function RowsTable({ title, columns, rows, count, most }: RowsTableProps) {
  if (rows.length === 0) return null
  const filled = columns.flatMap((name, at) =>
    rows.some(({ cells }) => (cells[at] ?? '') !== '') ? [{ name, at }] : [],
  )
  return (
    <div className="card stack">
      <h3>
        {title} ({numbered(count)})
      </h3>
      <Table
        caption={title}
        columns={filled.map(({ name, at }) => ({
          id: `${at}`,
          title: name,
          cell: (row: { readonly cells: readonly string[]; readonly key: string }) => row.cells[at] ?? '',
        }))}
        rows={rows.slice(0, most).map((row, at) => ({ ...row, key: `${at}` }))}
        rowKey={({ key }) => key}
      />
      {count > most && <p className="soft">et {numbered(count - most)} autres.</p>}
    </div>
  )
}
