import type { ReactNode } from 'react'
import './table.css'

export interface TableColumn<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Figures are set to the right. */
  readonly figures?: boolean
}
interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** A simple table to read; it scrolls sideways in its own frame on a narrow screen. The sheet itself is elsewhere (src/sheet). */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="c-table-frame" aria-label={caption} tabIndex={0}>
      <table className="c-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title, figures }) => (
              <th key={id} scope="col" className={figures ? 'c-figures' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, cell, figures }) => (
                <td key={id} className={figures ? 'c-figures' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
