import type { VirtualItem } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { SheetRow } from './SheetRow.tsx'
import { cellsIn, type Place, type Range } from './selection.ts'
import type { SheetData } from './sheet-data.ts'

interface SheetRowsProps {
  readonly data: SheetData
  readonly rows: readonly number[]
  readonly items: readonly VirtualItem[]
  readonly columns: readonly VirtualItem[]
  readonly active: Place
  readonly range: Range
  /** What the fill handle is being pulled over. */
  readonly filling: Range | undefined
  readonly hasHandle: boolean
  readonly others: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly editor: ReactNode
}

/**
 * Rows that scroll away lend their elements to those that come: writing in an element costs a third of making one. More than are ever on the
 * screen, so that two rows never share one; the active row has its own, for it holds the focus.
 */
const RECYCLED = 128

/** The rows on the screen. */
export function SheetRows({ data, rows, items, columns, active, range, filling, ...rest }: SheetRowsProps) {
  return items.map(({ index: at, start }) => {
    const row = rows[at]!
    const isActive = at === active.at
    const lit = litIn(at, active, range, filling)
    return (
      <SheetRow
        key={isActive ? 'active' : at % RECYCLED}
        data={data}
        row={row}
        at={at}
        top={start}
        columns={columns}
        stamp={data.stampOf(row)}
        line={data.lineOf(row)}
        active={isActive ? active.column : undefined}
        selectedLeft={lit?.[0]}
        selectedRight={lit?.[1]}
        handle={rest.hasHandle && at === range.bottom ? range.right : undefined}
        others={rest.others.get(row)}
        editor={isActive ? rest.editor : undefined}
      />
    )
  })
}

/** The columns that are lit in a row: what is selected, and what a drag would fill. */
function litIn(
  at: number,
  active: Place,
  range: Range,
  filling: Range | undefined,
): readonly [left: number, right: number] | undefined {
  const isIn = ({ top, bottom }: Range) => at >= top && at <= bottom
  const selected = isIn(range) && (cellsIn(range) > 1 || at === active.at)
  const filled = filling && isIn(filling) ? filling : undefined
  if (!selected) return filled && [filled.left, filled.right]
  return filled ? [Math.min(range.left, filled.left), Math.max(range.right, filled.right)] : [range.left, range.right]
}
