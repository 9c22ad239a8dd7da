import type { VirtualItem } from '@tanstack/react-virtual'
import { memo, type ReactNode } from 'react'
import { Icon } from '../design/index.ts'
import { gapBefore } from './column-gap.ts'
import { LEVELS, said, worst } from './finding-words.ts'
import type { SheetData } from './sheet-data.ts'

export interface SheetRowProps {
  readonly data: SheetData
  readonly row: number
  readonly at: number
  readonly top: number
  readonly columns: readonly VirtualItem[]
  /** Changes when anything of the row does: what is read from `data` is then read again. */
  readonly stamp: number
  readonly line: number
  /** The active cell is in this row, at this column. */
  readonly active: number | undefined
  readonly selectedLeft: number | undefined
  readonly selectedRight: number | undefined
  /** Column of the corner where the fill handle is. */
  readonly handle: number | undefined
  readonly others: ReadonlyMap<number, string> | undefined
  readonly editor: ReactNode
}

/** One row of the sheet: its line in the margin, then the cells of the columns on the screen. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { data, row, at, top, columns, line, active } = props
  const level = worst(data.findingsAt(row, -1))
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={props.editor ? 'sheet-row is-editing' : 'sheet-row'}
      style={{ top }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={active === -1 ? 0 : -1}
        data-at={at}
        data-column={-1}
        className={level ? `sheet-margin is-${level}` : 'sheet-margin'}
        title={level && said(data.findingsAt(row, -1))}
      >
        {level && <Icon name={LEVELS[level].icon} size={13} />}
        {line}
        {level && <span className="sr-only">{said(data.findingsAt(row, -1))}</span>}
      </div>
      {columns.map((column, place) => (
        <Cell key={column.index} {...props} column={column} gap={gapBefore(columns, place)} />
      ))}
    </div>
  )
})

interface CellProps extends SheetRowProps {
  readonly column: VirtualItem
  readonly gap: number
}

function Cell({ column, gap, ...props }: CellProps) {
  const { data, row, at, active, selectedLeft, selectedRight } = props
  const index = column.index
  const findings = data.findingsAt(row, index)
  const level = worst(findings)
  const text = data.text(row, index)
  const isActive = active === index
  const isSelected =
    selectedLeft !== undefined && selectedRight !== undefined && index >= selectedLeft && index <= selectedRight
  const other = props.others?.get(index)
  const names = ['sheet-cell']
  if (index === 0) names.push('is-frozen')
  if (isLong(text, column.size)) names.push('is-long')
  if (level) names.push(`is-${level}`)
  if (isSelected) names.push('is-selected')
  if (data.isEdited(row, index)) names.push('is-edited')
  if (other) names.push('is-elsewhere')
  const described = level && `f-${row}-${index}`
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={isSelected || isActive}
      aria-describedby={described}
      tabIndex={isActive ? 0 : -1}
      data-at={at}
      data-column={index}
      className={names.join(' ')}
      style={gap > 0 ? { width: column.size, marginInlineStart: gap } : { width: column.size }}
      title={level && said(findings)}
    >
      {level && <Icon name={LEVELS[level].icon} size={14} />}
      {shown(text)}
      {described && (
        <span id={described} hidden>
          {said(findings)}
        </span>
      )}
      {other && <span className="sheet-other">{other}</span>}
      {isActive && props.editor}
      {props.handle === index && <span className="sheet-handle" data-handle aria-hidden />}
    </div>
  )
}

/** One line on the screen; a break in the text is seen, the value keeps it. */
const shown = (text: string): string => (text.includes('\n') ? text.replace(/\r?\n/g, ' ↵ ') : text)

/** Cells whose text may be wider than they are: clipping the others would be work for nothing at each frame. */
const SIGN = 8
const isLong = (text: string, width: number): boolean => text.length * SIGN > width - 20
