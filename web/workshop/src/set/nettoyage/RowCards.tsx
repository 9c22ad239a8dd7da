import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useSyncExternalStore } from 'react'
import { Badge } from '../../design/index.ts'
import { titleOf } from '../../sheet/choices.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'

interface RowCardsProps {
  readonly data: SheetData
  readonly rows: readonly number[]
  readonly onOpen: (row: number) => void
}
const CARD = 128

/** On a phone: a card a row, with what names it and how much is to be looked at. A tap opens the whole row. */
export function RowCards({ data, rows, onOpen }: RowCardsProps) {
  useSyncExternalStore(data.watch, data.version)
  const scroll = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD,
    overscan: 6,
  })
  return (
    <div className="clean-cards" ref={scroll}>
      <ul style={{ height: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, start }) => (
          <li
            key={rows[index]}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
          >
            <RowCard data={data} row={rows[index]!} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function RowCard({ data, row, onOpen }: Omit<RowCardsProps, 'rows'> & { readonly row: number }) {
  const count = data.findingsOf(row).length
  const shown = data.names.map((_, column) => column).filter(column => data.text(row, column) !== '')
  const [first, ...others] = namesFirst(data, shown)
  return (
    <button type="button" className="clean-card" onClick={() => onOpen(row)}>
      <span className="clean-card-head">
        <strong>{first === undefined ? 'Ligne vide' : data.text(row, first)}</strong>
        {count > 0 && (
          <Badge kind="attention" icon="attention">
            {count}
          </Badge>
        )}
      </span>
      {others.slice(0, 2).map(column => (
        <span key={column} className="small clean-card-line">
          <span className="soft">{titleOf(data.fields[column], data.names[column]!)} : </span>
          {data.text(row, column)}
        </span>
      ))}
      <span className="small soft">Ligne {data.lineOf(row)}</span>
    </button>
  )
}

/** What names the row comes first: its name, its address, then the columns in order. */
function namesFirst(data: SheetData, columns: readonly number[]): readonly number[] {
  const rank = (column: number) => {
    const role = data.fields[column]?.role
    return role === 'name' ? 0 : role === 'address' || role === 'street' ? 1 : 2
  }
  return [...columns].sort((a, b) => rank(a) - rank(b))
}
