import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import { Icon } from '../design/index.ts'
import { isRequired, titleOf } from './choices.ts'
import { gapBefore } from './column-gap.ts'
import type { SheetData } from './sheet-data.ts'
import type { View } from './view.ts'

interface SheetHeaderProps {
  readonly data: SheetData
  readonly columns: readonly VirtualItem[]
  readonly view: View
  readonly active: number | undefined
  readonly selectedLeft: number | undefined
  readonly selectedRight: number | undefined
}

/** The names of the columns, always in sight. Each opens its menu: what to write there, sort, filter, width. */
export const SheetHeader = memo(function SheetHeader({ data, columns, active, ...rest }: SheetHeaderProps) {
  return (
    <div role="row" aria-rowindex={1} className="sheet-row sheet-header">
      <div
        role="columnheader"
        aria-colindex={1}
        tabIndex={active === -1 ? 0 : -1}
        data-at={-1}
        data-column={-1}
        className="sheet-margin"
        title="Tout sélectionner"
      >
        <span className="sr-only">Ligne</span>
      </div>
      {columns.map((column, place) => (
        <HeaderCell
          key={column.index}
          data={data}
          column={column}
          gap={gapBefore(columns, place)}
          isActive={active === column.index}
          {...rest}
        />
      ))}
    </div>
  )
})

interface HeaderCellProps extends Omit<SheetHeaderProps, 'columns' | 'active'> {
  readonly column: VirtualItem
  readonly gap: number
  readonly isActive: boolean
}

function HeaderCell({ data, column, gap, view, isActive, selectedLeft, selectedRight }: HeaderCellProps) {
  const { index } = column
  const field = data.fields[index]
  const title = titleOf(field, data.names[index]!)
  const sorted = view.sort?.column === index ? view.sort.direction : undefined
  const isSelected = selectedLeft !== undefined && index >= selectedLeft && index <= (selectedRight ?? -1)
  const names = ['sheet-cell', 'sheet-name']
  if (index === 0) names.push('is-frozen')
  if (isSelected) names.push('is-selected')
  if (!field) names.push('is-extra')
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sorted && (sorted === 'up' ? 'ascending' : 'descending')}
      aria-haspopup="dialog"
      tabIndex={isActive ? 0 : -1}
      data-at={-1}
      data-column={index}
      className={names.join(' ')}
      style={gap > 0 ? { width: column.size, marginInlineStart: gap } : { width: column.size }}
      title={hint(data, index)}
    >
      <span className="sheet-title">{title}</span>
      {isRequired(field) && <span className="sheet-required">obligatoire</span>}
      {!field && <span className="sheet-required">hors modèle</span>}
      {sorted && <Icon name={sorted === 'up' ? 'arrow-up' : 'arrow-down'} size={14} label="trié" />}
      {view.values.has(index) && <Icon name="filter" size={14} label="filtré" />}
      <span className="sheet-menu-mark" data-menu aria-hidden>
        <Icon name="chevron-down" size={16} />
      </span>
      <span className="sheet-pull" data-pull aria-hidden />
    </div>
  )
}

function hint(data: SheetData, index: number): string {
  const field = data.fields[index]
  const example = field?.examples[0]
  const parts = [data.names[index]!, field?.meaning ?? field?.description, example && `Exemple : ${example}`]
  return parts.filter(Boolean).join('\n')
}
