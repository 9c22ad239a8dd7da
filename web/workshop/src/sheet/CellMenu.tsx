import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { Icon, type IconName, toast } from '../design/index.ts'
import { fromTsv, toTsv } from './clipboard.ts'
import { certainValue } from './finding-words.ts'
import { pasted, type Written } from './ranges.ts'
import type { Place, Range } from './selection.ts'
import type { SheetActions } from './sheet-actions.ts'
import type { SheetData } from './sheet-data.ts'

interface CellMenuProps {
  readonly data: SheetData
  readonly rows: readonly number[]
  readonly range: Range
  readonly active: Place
  readonly canWrite: boolean
  readonly actions: SheetActions
  readonly anchor: () => Element | null
  readonly onEdit: () => void
  readonly onWrite: (written: readonly Written[]) => void
  readonly onClear: () => void
  readonly onFillDown: () => void
  readonly onRow: (row: number) => void
  readonly onClose: () => void
}
interface Item {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly run: () => void
}

/** What can be done on the cells selected and on their rows: by a right click, the menu key or Shift and F10. */
export function CellMenu(props: CellMenuProps) {
  const trigger = useRef(props.anchor())
  const items = itemsOf(props)
  const run = (id: string | number) => {
    props.onClose()
    items.find(item => item.id === id)?.run()
  }
  return (
    <Popover
      className="c-popover"
      triggerRef={trigger}
      isOpen
      onOpenChange={is => !is && props.onClose()}
      placement="bottom start"
    >
      <Menu className="c-menu" aria-label="Actions sur les cases" autoFocus="first" onAction={run} items={items}>
        {({ label, icon }) => (
          <MenuItem className="c-menu-item" textValue={label}>
            <Icon name={icon} size={18} /> {label}
          </MenuItem>
        )}
      </Menu>
    </Popover>
  )
}

function itemsOf(props: CellMenuProps): Item[] {
  const { data, rows, range, active, canWrite, actions } = props
  const row = rows[active.at]
  const chosen = rows.slice(range.top, range.bottom + 1)
  const items: Item[] = []
  const add = (id: string, icon: IconName, label: string, run: () => void) => items.push({ id, icon, label, run })
  const inCell = row !== undefined && active.column >= 0
  if (inCell && canWrite) {
    const fixed = certainValue(data.findingsAt(row, active.column), data.text(row, active.column))
    if (fixed !== undefined)
      add('fix', 'ok', `Corriger : « ${fixed} »`, () => actions.write([{ row, column: active.column, to: fixed }]))
    add('edit', 'edit', 'Modifier la case (F2)', props.onEdit)
  }
  add('copy', 'copy', 'Copier (Ctrl + C)', () => void copy(props))
  if (canWrite) {
    add('paste', 'paste', 'Coller (Ctrl + V)', () => void paste(props))
    add('fill', 'arrow-down', 'Recopier vers le bas (Ctrl + D)', props.onFillDown)
    add('clear', 'close', 'Effacer (Suppr)', props.onClear)
  }
  if (row !== undefined) add('row', 'eye', 'Voir la ligne entière', () => props.onRow(row))
  if (canWrite) {
    add('add', 'plus', 'Ajouter une ligne à la fin', () => actions.addRows([new Map()]))
    if (chosen.length > 0)
      add('delete', 'trash', chosen.length > 1 ? `Retirer ces ${chosen.length} lignes` : 'Retirer cette ligne', () =>
        actions.deleteRows(chosen),
      )
  }
  return items
}

async function copy({ rows, data, range }: CellMenuProps): Promise<void> {
  const grid = rows
    .slice(range.top, range.bottom + 1)
    .map(row =>
      Array.from({ length: range.right - range.left + 1 }, (_, column) => data.text(row, range.left + column)),
    )
  try {
    await navigator.clipboard.writeText(toTsv(grid))
  } catch {
    toast({ kind: 'error', text: 'Le navigateur n’a pas laissé copier : utilisez Ctrl + C.' })
  }
}

async function paste({ range, data, onWrite }: CellMenuProps): Promise<void> {
  try {
    const grid = fromTsv(await navigator.clipboard.readText())
    onWrite(pasted(grid, range, data.names.length))
  } catch {
    toast({ kind: 'error', text: 'Le navigateur n’a pas laissé lire ce qui est copié : utilisez Ctrl + V.' })
  }
}
