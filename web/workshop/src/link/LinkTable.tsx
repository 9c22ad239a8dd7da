import { useState } from 'react'
import type { LinkPage } from '../../../../src/contract/link.ts'
import { Button, Table } from '../design/index.ts'
import { counted, listed, rowsCounted } from '../set/shared/words.ts'

const FIRST = 50

/** The table of the set, to read: the titles of the model, the values as they will be published. */
export function LinkTable({ page }: { readonly page: LinkPage }) {
  const [shown, setShown] = useState(FIRST)
  const { columns, rows } = page.table ?? { columns: [], rows: [] }
  const titles = new Map(page.fields.map(({ name, title }) => [name, title ?? name]))
  // A column without anything would only hide the others on a phone: it is named below.
  const empty = rows.length === 0 ? [] : columns.filter((_, at) => rows.every(cells => (cells[at] ?? '') === ''))
  return (
    <section className="stack link-table" aria-labelledby="tableau">
      <h2 id="tableau">Le tableau, {rowsCounted(rows.length)}</h2>
      <Table
        caption={page.setTitle}
        columns={columns.flatMap((name, at) =>
          empty.includes(name)
            ? []
            : [{ id: name, title: titles.get(name) ?? name, cell: ({ cells }: Row) => cells[at] ?? '' }],
        )}
        rows={rows.slice(0, shown).map((cells, at): Row => ({ cells, id: String(at) }))}
        rowKey={({ id }) => id}
      />
      {empty.length > 0 && rows.length > 0 && (
        <p className="small soft">
          Encore vides :{' '}
          {listed(
            empty.map(name => titles.get(name) ?? name),
            12,
          )}
          .
        </p>
      )}
      {rows.length > shown && (
        <p className="row">
          <Button onPress={() => setShown(shown + 10 * FIRST)}>Voir la suite</Button>
          <span className="small soft">{counted(rows.length - shown, 'autre ligne', 'autres lignes', '')}</span>
        </p>
      )}
      <details>
        <summary>Ce que dit chaque colonne</summary>
        <dl className="link-meanings">
          {page.fields.map(({ name, title, meaning, description }) => (
            <div key={name}>
              <dt>{title ?? name}</dt>
              <dd>{meaning ?? description}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}

interface Row {
  readonly id: string
  readonly cells: readonly string[]
}
