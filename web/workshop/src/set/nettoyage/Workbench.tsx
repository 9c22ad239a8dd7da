import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../api/index.ts'
import { announce, Tabs } from '../../design/index.ts'
import { FindBar } from '../../sheet/FindBar.tsx'
import { Sheet, type SheetHandle } from '../../sheet/Sheet.tsx'
import { alone, clampPlace, type Selection } from '../../sheet/selection.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import { rowsInView, type View, WHOLE } from '../../sheet/view.ts'
import { useSet } from '../set-context.ts'
import { AsidePanel } from './AsidePanel.tsx'
import { CellPanel } from './CellPanel.tsx'
import { Conflicts } from './Conflicts.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { Refused } from './Refused.tsx'
import { RowCards } from './RowCards.tsx'
import { RowDialog } from './RowDialog.tsx'
import { StepsPanel } from './StepsPanel.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useArrival } from './use-arrival.ts'
import { useNarrow } from './use-narrow.ts'
import { useOthers } from './use-others.ts'
import { useSheetActions } from './use-sheet-actions.ts'
import type { OpenSheet } from './use-sheet-session.ts'

/** The bench: the sheet in the middle, beside it what is wrong, what was done and what was left out, below it the cell where one is. */
export function Workbench({ open, data }: { readonly open: OpenSheet; readonly data: SheetData }) {
  const { session } = open
  const { state, lookAt, tellWaiting } = useSet()
  const canWrite = useSession().may('prepare')
  const { checked, saving, refused, resumed } = useSyncExternalStore(session.watch, session.state)
  const version = useSyncExternalStore(data.watch, data.version)
  const actions = useSheetActions(open)
  const others = useOthers(session, data)
  const sheet = useRef<SheetHandle>(null)
  const [view, setView] = useState<View>(WHOLE)
  const [selection, setSelection] = useState<Selection>(alone({ at: 0, column: 0 }))
  const [finding, setFinding] = useState(false)
  const [row, setRow] = useState<number>()
  const [asTable, setAsTable] = useState(false)
  const narrow = useNarrow()
  const { orderVersion } = data
  // A row that a keystroke mends stays in sight until the view is asked again, as in a spreadsheet.
  const rows = useMemo(() => rowsInView(data, view), [data, view, orderVersion])
  const size = { rows: rows.length, columns: data.names.length }
  const active = clampPlace(selection.active, size)
  const activeRow = active.at >= 0 ? rows[active.at] : undefined

  const latest = useRef({ rows, view })
  latest.current = { rows, view }
  const go = useCallback(
    (wanted: number, column: number) => {
      let at = latest.current.rows.indexOf(wanted)
      if (at < 0) {
        setView(WHOLE)
        at = data.order.indexOf(wanted)
        announce('Le filtre est retiré pour montrer cette ligne.')
      }
      // After the render that may bring the row back.
      setTimeout(() => sheet.current?.go({ at, column }))
    },
    [data],
  )
  useArrival(session, data, go)
  const waiting = saving.type === 'saved' ? 0 : saving.count
  useEffect(() => tellWaiting(waiting), [waiting, tellWaiting])
  const { column } = active
  useEffect(() => {
    const there = activeRow !== undefined && column >= 0
    lookAt(there ? { row: data.identityOf(activeRow), column: data.names[column]! } : undefined)
  }, [activeRow, column, data, lookAt])

  const problems = (
    <ProblemsPanel
      checked={checked}
      data={data}
      session={session}
      active={{ row: activeRow, column }}
      onGo={(wanted, at) => (narrow && !asTable ? setRow(wanted) : go(wanted, at))}
      canWrite={canWrite}
    />
  )
  const toDecide = state.steps.filter(step => step.off).length
  const asideCount = data.opened.setAside.length + data.goneRows.length
  return (
    <>
      <Refused session={session} refused={refused} resumed={resumed} />
      <Conflicts session={session} canWrite={canWrite} />
      <Toolbar
        saving={saving}
        view={view}
        onView={setView}
        shown={rows.length}
        all={data.order.length}
        canWrite={canWrite}
        checked={checked}
        onFind={() => setFinding(!finding)}
        onAdd={() => {
          const [added] = actions.addRows([new Map()])
          if (added !== undefined) setTimeout(() => go(added, 0))
        }}
        narrow={narrow}
        asTable={asTable}
        onAsTable={setAsTable}
      />
      <div className="clean-bench">
        <div className="clean-sheet">
          {finding && (
            <FindBar
              rows={rows}
              version={version}
              canWrite={canWrite}
              actions={actions}
              onGo={place => sheet.current?.go(place, false)}
              onClose={() => {
                setFinding(false)
                sheet.current?.focus()
              }}
            />
          )}
          {narrow && !asTable ? (
            <RowCards data={data} rows={rows} onOpen={setRow} />
          ) : (
            <>
              <Sheet
                ref={sheet}
                label={`Tableau « ${state.title} »`}
                data={data}
                rows={rows}
                view={view}
                onView={setView}
                selection={selection}
                onSelect={setSelection}
                actions={actions}
                canWrite={canWrite}
                others={others}
                onFind={() => setFinding(true)}
                onRow={setRow}
              />
              <CellPanel
                data={data}
                row={activeRow}
                column={active.column}
                actions={actions}
                session={session}
                canWrite={canWrite}
                onRow={setRow}
              />
            </>
          )}
        </div>
        <aside className="clean-side" aria-label="Problèmes, étapes et lignes mises de côté">
          <Tabs
            label="À côté du tableau"
            tabs={[
              {
                id: 'problems',
                title: titled(
                  'À vérifier',
                  checked?.groups.reduce((sum, { count }) => sum + count, 0),
                ),
                content: problems,
              },
              {
                id: 'steps',
                title: titled('Étapes', toDecide, 'à décider'),
                content: <StepsPanel session={session} data={data} canWrite={canWrite} />,
              },
              {
                id: 'aside',
                title: titled('De côté', asideCount),
                content: <AsidePanel session={session} data={data} canWrite={canWrite} />,
              },
            ]}
          />
        </aside>
      </div>
      {row !== undefined && (
        <RowDialog
          data={data}
          row={row}
          actions={actions}
          canWrite={canWrite}
          onClose={() => setRow(undefined)}
          onMove={by => {
            const next = rows[rows.indexOf(row) + by]
            if (next !== undefined) setRow(next)
          }}
        />
      )}
    </>
  )
}

const titled = (title: string, count: number | undefined, words = '') => (
  <>
    {title}
    {count !== undefined && count > 0 && (
      <span className="clean-count">
        {count.toLocaleString('fr-FR')} {words}
      </span>
    )}
  </>
)
