import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { announce } from '../design/index.ts'
import { CellEditor, type Leave } from './CellEditor.tsx'
import { CellMenu } from './CellMenu.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { useColumnWidths } from './column-widths.ts'
import { filledDown, repeatedFrom, type Written } from './ranges.ts'
import { SheetHeader } from './SheetHeader.tsx'
import { SheetRow } from './SheetRow.tsx'
import { alone, cellsIn, clampPlace, type Place, rangeOf, type Selection } from './selection.ts'
import type { SheetActions } from './sheet-actions.ts'
import type { SheetData } from './sheet-data.ts'
import './sheet.css'
import { useClipboard } from './use-clipboard.ts'
import { useGrid } from './use-grid.ts'
import { onSheetKey, stepped } from './use-keys.ts'
import { usePointer } from './use-pointer.ts'
import type { View } from './view.ts'

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
  readonly onFind: (replace: boolean) => void
  readonly onRow: (row: number) => void
}

interface Editing {
  readonly row: number
  readonly column: number
  readonly initial: string
  readonly typing: boolean
  readonly key: string
}

/** The sheet: rows and columns of cells, worked with the keyboard or the mouse as a spreadsheet is. One tab stop: the active cell. */
export function Sheet(props: SheetProps) {
  const { data, rows, selection, onSelect, actions, canWrite, view } = props
  useSyncExternalStore(data.watch, data.version)
  const scroll = useRef<HTMLDivElement>(null)
  const size = useMemo(() => ({ rows: rows.length, columns: data.names.length }), [rows, data])
  const { widths, resize, fit } = useColumnWidths(data)
  const active = clampPlace(selection.active, size)
  const grid = useGrid(scroll, { rows: rows.length, widths }, active)
  const [editing, setEditing] = useState<Editing>()
  const [menu, setMenu] = useState<'cell' | number>()
  const range = rangeOf({ active, corner: clampPlace(selection.corner, size) }, size)
  const wantsFocus = useRef(false)
  const textAt = (at: number, column: number) => (rows[at] === undefined ? '' : data.text(rows[at], column))

  const select = useCallback(
    (next: Selection) => {
      wantsFocus.current = true
      onSelect(next)
      grid.show(next.corner)
    },
    [onSelect, grid.show],
  )
  const focusActive = useCallback(
    () => scroll.current?.querySelector<HTMLElement>('[data-column][tabindex="0"]')?.focus({ preventScroll: true }),
    [],
  )
  useImperativeHandle(
    props.ref,
    () => ({
      focus: focusActive,
      go(place, focus = true) {
        wantsFocus.current = focus
        onSelect(alone(place))
        grid.show(place)
      },
    }),
    [focusActive, onSelect, grid.show],
  )
  useEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    focusActive()
  })

  const edit = (place: Place, initial?: string) => {
    const row = rows[place.at]
    if (!canWrite || row === undefined || place.column < 0) return
    const { column } = place
    const text = initial ?? data.text(row, column)
    // At once: the key that opened the editor must be typed in it.
    flushSync(() => {
      onSelect(alone(place))
      setEditing({ row, column, initial: text, typing: initial !== undefined, key: actions.newKey() })
    })
    grid.show(place)
  }
  const leave = (to: Leave) => {
    setEditing(undefined)
    const [down, right] = LEAVES[to]
    if (to !== 'stay') select(alone(stepped(active, down, right, size)))
  }
  const write = (written: readonly Written[]) => writeBlock(props, written)
  const clear = () => write(cellsOf(range).map(cell => ({ ...cell, to: '' })))
  const clipboard = useClipboard({
    range: () => range,
    textAt,
    columns: size.columns,
    canWrite,
    isEditing: editing !== undefined,
    write,
    clear,
  })
  const pointer = usePointer({
    selection,
    range,
    select,
    edit,
    openMenu: setMenu,
    widths,
    resize,
    fit,
    fill: (from, into) => {
      if (!canWrite) return
      write(repeatedFrom(from, into, textAt))
      select({
        active: { at: Math.min(from.top, into.top), column: Math.min(from.left, into.left) },
        corner: { at: Math.max(from.bottom, into.bottom), column: Math.max(from.right, into.right) },
      })
    },
  })
  const fillDown = () => {
    const written = filledDown(range, textAt)
    write(written)
    announce(`${written.length} ${written.length > 1 ? 'cases recopiées' : 'case recopiée'} vers le bas`)
  }
  const ifWritable = (act: () => void) => () => canWrite && act()
  const acts = {
    clear: ifWritable(clear),
    'fill-down': ifWritable(fillDown),
    find: () => props.onFind(false),
    replace: () => props.onFind(true),
    undo: actions.undo,
    redo: actions.redo,
    menu: () => setMenu(active.at < 0 ? active.column : 'cell'),
    'add-row': ifWritable(() => actions.addRows([new Map()])),
    help: () => undefined,
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (editing) return
    onSheetKey(event, {
      selection: { active, corner: clampPlace(selection.corner, size) },
      size,
      page: grid.page,
      filled: ({ at, column }) => textAt(at, column) !== '',
      select,
      edit: initial => edit(active, initial),
      acts,
      pull: by => resize(active.column, widths[active.column]! + by),
    })
  }
  useSelectionWords(range)

  const editor = editing && (
    <CellEditor
      key={editing.key}
      name={data.names[editing.column]!}
      field={data.fields[editing.column]}
      initial={editing.initial}
      typing={editing.typing}
      onText={to => {
        const cell = { row: editing.row, column: editing.column, to }
        actions.keepDraft(actions.draftEdit(editing.key, cell))
        return actions.judge(cell)
      }}
      onCommit={(to, way) => {
        actions.write([{ row: editing.row, column: editing.column, to }], editing.key)
        actions.dropDraft()
        leave(way)
      }}
      onCancel={() => {
        actions.dropDraft()
        wantsFocus.current = true
        setEditing(undefined)
      }}
    />
  )
  const several = cellsIn(range) > 1
  const lit = pointer.filling ? { ...pointer.filling } : undefined
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
        onContextMenu={event => {
          event.preventDefault()
          setMenu(active.at < 0 ? active.column : 'cell')
        }}
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
          {grid.rows.map(({ index: at, start }) => {
            const row = rows[at]!
            const inRange = at >= range.top && at <= range.bottom && (several || at === active.at)
            const inFill = lit && at >= lit.top && at <= lit.bottom
            const [left, right] = inFill
              ? [
                  Math.min(lit.left, inRange ? range.left : lit.left),
                  Math.max(lit.right, inRange ? range.right : lit.right),
                ]
              : inRange
                ? [range.left, range.right]
                : [undefined, undefined]
            return (
              <SheetRow
                key={at === active.at ? 'active' : at % RECYCLED}
                data={data}
                row={row}
                at={at}
                top={start}
                columns={grid.columns}
                stamp={data.stampOf(row)}
                line={data.lineOf(row)}
                active={at === active.at ? active.column : undefined}
                selectedLeft={left}
                selectedRight={right}
                handle={canWrite && at === range.bottom && !editing ? range.right : undefined}
                others={props.others.get(row)}
                editor={editing?.row === row ? editor : undefined}
              />
            )
          })}
        </div>
      </div>
      {typeof menu === 'number' && menu >= 0 && (
        <ColumnMenu
          data={data}
          column={menu}
          view={view}
          onView={props.onView}
          width={widths[menu]!}
          onResize={width => resize(menu, width)}
          onFit={() => fit(menu)}
          anchor={() => scroll.current?.querySelector(`[data-at="-1"][data-column="${menu}"]`) ?? null}
          onClose={() => {
            wantsFocus.current = true
            setMenu(undefined)
          }}
        />
      )}
      {menu === 'cell' && (
        <CellMenu
          data={data}
          rows={rows}
          range={range}
          active={active}
          canWrite={canWrite}
          actions={actions}
          anchor={() => scroll.current?.querySelector('[data-column][tabindex="0"]') ?? null}
          onEdit={() => edit(active)}
          onClear={clear}
          onFillDown={fillDown}
          onRow={props.onRow}
          onClose={() => {
            wantsFocus.current = true
            setMenu(undefined)
          }}
        />
      )}
    </>
  )
}

/**
 * Rows that scroll away lend their elements to those that come: writing in an element costs a third of making one. More than are ever on the
 * screen, so that two rows never share one; the active row has its own, for it holds the focus.
 */
const RECYCLED = 128

const LEAVES: Readonly<Record<Leave, readonly [down: number, right: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
}

/** What is written beyond the last row adds rows. */
function writeBlock({ rows, data, actions }: SheetProps, written: readonly Written[]): void {
  const beyond = new Map<number, Map<number, string>>()
  const inside: { row: number; column: number; to: string }[] = []
  for (const { at, column, to } of written) {
    const row = rows[at]
    if (row !== undefined) inside.push({ row, column, to })
    else beyond.set(at, (beyond.get(at) ?? new Map()).set(column, to))
  }
  actions.write(inside)
  if (beyond.size > 0 && data.names.length > 0) actions.addRows([...beyond.values()])
}

function cellsOf({ top, bottom, left, right }: ReturnType<typeof rangeOf>) {
  const cells: { at: number; column: number }[] = []
  for (let at = top; at <= bottom; at++) for (let column = left; column <= right; column++) cells.push({ at, column })
  return cells
}

/** Says how much is selected, once it rests. */
function useSelectionWords(range: ReturnType<typeof rangeOf>): void {
  const rows = range.bottom - range.top + 1
  const columns = range.right - range.left + 1
  useEffect(() => {
    if (rows * columns <= 1) return
    const timer = setTimeout(
      () =>
        announce(
          `${rows} ${rows > 1 ? 'lignes' : 'ligne'} et ${columns} ${columns > 1 ? 'colonnes' : 'colonne'} sélectionnées`,
        ),
      500,
    )
    return () => clearTimeout(timer)
  }, [rows, columns])
}
