import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { announce } from '../design/index.ts'
import { CellMenu } from './CellMenu.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { useColumnWidths } from './column-widths.ts'
import { SheetHeader } from './SheetHeader.tsx'
import { SheetRows } from './SheetRows.tsx'
import { alone, cellsIn, clampPlace, isIn, type Place, type Range, rangeOf, type Selection } from './selection.ts'
import type { SheetActions } from './sheet-actions.ts'
import type { SheetData } from './sheet-data.ts'
import './sheet.css'
import { useClipboard } from './use-clipboard.ts'
import { useEditing } from './use-editing.tsx'
import { useFollow } from './use-follow.ts'
import { useGrid } from './use-grid.ts'
import { onSheetKey } from './use-keys.ts'
import { placeOf, usePointer } from './use-pointer.ts'
import type { View } from './view.ts'
import { writesOf } from './writes.ts'

export interface SheetHandle {
  focus(): void
  /** Shows a cell and, unless told otherwise, takes the focus there. */
  go(place: Place, focus?: boolean): void
}
export interface SheetProps {
  readonly ref?: Ref<SheetHandle>
  readonly label: string
  readonly data: SheetData
  /** Rows shown, by number, in order. */
  readonly rows: readonly number[]
  readonly view: View
  readonly onView: (view: View) => void
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly actions: SheetActions
  readonly canWrite: boolean
  /** Who is elsewhere in the sheet: by row, then by column. */
  readonly others: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly onFind: () => void
  readonly onRow: (row: number) => void
}

/** The sheet: rows and columns of cells, worked with the keyboard or the mouse as a spreadsheet is. One tab stop: the active cell. */
export function Sheet(props: SheetProps) {
  const { data, rows, selection, onSelect, actions, canWrite, view } = props
  useSyncExternalStore(data.watch, data.version)
  const scroll = useRef<HTMLDivElement>(null)
  const size = useMemo(() => ({ rows: rows.length, columns: data.names.length }), [rows, data])
  const { widths, resize, fit } = useColumnWidths(data)
  const active = clampPlace(selection.active, size)
  const corner = clampPlace(selection.corner, size)
  const range = rangeOf({ active, corner }, size)
  const grid = useGrid(scroll, { rows: rows.length, widths }, active)
  const { select, wantsFocus } = useActiveFocus(props, scroll, grid.show)
  const [menu, setMenu] = useState<'cell' | number>()
  const textAt = (at: number, column: number) => (rows[at] === undefined ? '' : data.text(rows[at], column))
  const writes = writesOf({ data, rows, range, actions, canWrite, textAt })
  const editing = useEditing({
    ...{ data, rows, active, size, canWrite, actions, onSelect, select, wantsFocus },
    show: grid.show,
  })
  useFollow({ data, rows, active, onSelect, onMoved: editing.onMoved })
  useSelectionWords(range)
  const clipboard = useClipboard({
    ...{ textAt, canWrite, write: writes.write, clear: writes.clear, isEditing: editing.isEditing },
    range: () => range,
    columns: size.columns,
  })
  const pointer = usePointer({
    ...{ selection, range, select, widths, resize, fit, edit: editing.edit, openMenu: setMenu },
    fill(from, into) {
      writes.fill(from, into)
      select(around(from, into))
    },
  })
  const openMenu = () => setMenu(active.at < 0 ? active.column : 'cell')
  const closeMenu = () => {
    wantsFocus.current = true
    setMenu(undefined)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (editing.isEditing) return
    onSheetKey(event, {
      ...{ size, select, page: grid.page, selection: { active, corner } },
      filled: ({ at, column }) => textAt(at, column) !== '',
      edit: initial => editing.edit(active, initial),
      pull: by => resize(active.column, widths[active.column]! + by),
      acts: {
        ...{ clear: writes.clear, 'fill-down': writes.fillDown, menu: openMenu, find: props.onFind },
        ...{ undo: actions.undo, redo: actions.redo },
      },
    })
  }
  const onContextMenu = (event: React.MouseEvent) => {
    event.preventDefault()
    const place = placeOf(event.target as HTMLElement)
    if (place && !isIn(range, place.at, place.column)) select(alone(place))
    setMenu(place && place.at < 0 ? place.column : 'cell')
  }
  const several = cellsIn(range) > 1
  return (
    <>
      <div
        ref={scroll}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={size.columns + 1}
        aria-multiselectable
        aria-readonly={!canWrite}
        className="sheet"
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onScroll={markAcross}
        {...clipboard}
        {...pointer.handlers}
      >
        <div role="presentation" className="sheet-canvas" style={{ width: grid.width, height: grid.height }}>
          <SheetHeader
            data={data}
            columns={grid.columns}
            view={view}
            active={active.at < 0 ? active.column : undefined}
            selectedLeft={several ? range.left : active.column}
            selectedRight={several ? range.right : active.column}
          />
          <SheetRows
            {...{ data, rows, active, range }}
            items={grid.rows}
            columns={grid.columns}
            filling={pointer.filling}
            hasHandle={canWrite && !editing.isEditing}
            others={props.others}
            editor={editing.editor}
          />
        </div>
      </div>
      {typeof menu === 'number' && menu >= 0 && (
        <ColumnMenu
          {...{ data, view }}
          column={menu}
          onView={props.onView}
          width={widths[menu]!}
          onResize={width => resize(menu, width)}
          onFit={() => fit(menu)}
          anchor={() => scroll.current?.querySelector(`[data-at="-1"][data-column="${menu}"]`) ?? null}
          onClose={closeMenu}
        />
      )}
      {menu === 'cell' && (
        <CellMenu
          {...{ data, rows, range, active, canWrite, actions }}
          anchor={() => activeCell(scroll.current) ?? null}
          onEdit={() => editing.edit(active)}
          onWrite={writes.write}
          onClear={writes.clear}
          onFillDown={writes.fillDown}
          onRow={props.onRow}
          onClose={closeMenu}
        />
      )}
    </>
  )
}

/** Cells that stay at the left cost at each frame: they do so only once the sheet is scrolled sideways. */
const markAcross = ({ currentTarget: sheet }: React.UIEvent<HTMLElement>) =>
  sheet.toggleAttribute('data-across', sheet.scrollLeft > 0)

const activeCell = (sheet: HTMLElement | null) => sheet?.querySelector<HTMLElement>('[data-column][tabindex="0"]')

/** Moves the focus with the active cell, and lets the page around send it there. */
function useActiveFocus(
  { ref, onSelect }: SheetProps,
  scroll: React.RefObject<HTMLDivElement | null>,
  show: (place: Place) => void,
) {
  const wantsFocus = useRef(false)
  const select = useCallback(
    (next: Selection) => {
      wantsFocus.current = true
      onSelect(next)
      show(next.corner)
    },
    [onSelect, show],
  )
  const focus = useCallback(() => activeCell(scroll.current)?.focus({ preventScroll: true }), [scroll])
  useImperativeHandle(
    ref,
    () => ({
      focus,
      go(place, takesFocus = true) {
        wantsFocus.current = takesFocus
        onSelect(alone(place))
        show(place)
      },
    }),
    [focus, onSelect, show],
  )
  // As the cells are drawn: later, the effect of an earlier drawing would answer in its place, and send the focus to the cell of before.
  useLayoutEffect(() => {
    // The editor of a cell takes the focus itself.
    if (!wantsFocus.current || scroll.current?.querySelector('.sheet-editor')) return
    wantsFocus.current = false
    focus()
  })
  return { select, wantsFocus }
}

/** What a drag of the corner has filled, with what it was filled from. */
const around = (from: Range, into: Range): Selection => ({
  active: { at: Math.min(from.top, into.top), column: Math.min(from.left, into.left) },
  corner: { at: Math.max(from.bottom, into.bottom), column: Math.max(from.right, into.right) },
})

/** Says how much is selected, once it rests. */
function useSelectionWords(range: Range): void {
  const rows = range.bottom - range.top + 1
  const columns = range.right - range.left + 1
  useEffect(() => {
    if (rows * columns <= 1) return
    const words = `${rows} ${rows > 1 ? 'lignes' : 'ligne'} et ${columns} ${columns > 1 ? 'colonnes' : 'colonne'} sélectionnées`
    const timer = setTimeout(() => announce(words), 500)
    return () => clearTimeout(timer)
  }, [rows, columns])
}
