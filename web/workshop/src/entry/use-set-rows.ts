import { useEffect, useMemo, useState } from 'react'
import type { SetState } from '../../../../src/contract/sets.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import { drawKey, useApi, useSession } from '../api/index.ts'
import { useSet } from '../set/set-context.ts'
import { startWorker } from '../worker/client.ts'
import { unpackIdentity } from '../worker/identities.ts'
import { packedCell } from '../worker/packed.ts'
import type { OpenedSet } from '../worker/protocol.ts'
import type { Values } from './check-row.ts'
import { type BaseRow, changedCells, rowsOf, type SetRow } from './set-rows.ts'
import { type KeptActs, useActs } from './use-acts.ts'

export interface SetRows extends KeptActs {
  readonly state: SetState
  readonly model: Model | undefined
  /** Why the model did not come. */
  readonly problem: string | undefined
  readonly rows: readonly SetRow[]
  /** False while the rows that come from files are being read. */
  readonly complete: boolean
  readonly add: (cells: Values) => void
  readonly change: (row: SetRow, cells: Values) => void
  readonly remove: (row: SetRow) => void
}

/** All the rows of the set, with what is written here: shown at once, sent when the network allows. What the sheet left waiting is sent too. */
export function useSetRows(): SetRows {
  const { state, reload, tellWaiting } = useSet()
  const { person, town } = useSession()
  const model = useApi<Model>(`/models/${encodeURIComponent(state.model.id)}`)
  const acts = useActs(state.slug, `${town.insee}/${person.id}/${state.slug}`, reload)
  const base = useBaseRows(state)
  const { pending, write, saving } = acts
  const { hand } = state
  const rows = useMemo(() => rowsOf(state, base ?? [], pending), [state, base, pending])
  const count = saving.type === 'saved' ? 0 : saving.count
  useEffect(() => tellWaiting(count), [tellWaiting, count])
  return {
    ...acts,
    state,
    model: model.value,
    problem:
      model.refused ?? (model.offline ? 'Le réseau est coupé : la fiche à remplir n’a pas pu être lue.' : undefined),
    rows,
    complete: base !== undefined,
    add: cells => write({ type: 'add-row', hand, row: drawKey(), cells }),
    change: (row, to) => {
      const cells = changedCells(row, to).map(cell => ({ row: row.identity, ...cell }))
      if (cells.length > 0) write({ type: 'cells', hand, cells })
    },
    remove: ({ identity }) => write({ type: 'delete-rows', hand, rows: [identity] }),
  }
}

/** The table under the hands, as the recipe makes it of the files: nothing to compute when there is no file. */
function useBaseRows(state: SetState): readonly BaseRow[] | undefined {
  const { town } = useSession()
  const before = state.steps.filter(({ id }) => id !== state.hand)
  const uploads = state.sourceCards.filter(({ replacedBy }) => !replacedBy).map(({ id }) => id)
  const empty = before.length === 0 && uploads.length === 0
  const input = JSON.stringify({ model: state.model.id, uploads, steps: before, town })
  const [base, setBase] = useState<readonly BaseRow[]>()
  useEffect(() => {
    if (empty) return
    const worker = startWorker(
      () => undefined,
      () => undefined,
    )
    void worker.call('open', JSON.parse(input)).then(
      opened => {
        setBase(baseRows(opened))
        worker.close()
      },
      () => worker.close(),
    )
    return () => worker.close()
  }, [empty, input])
  return empty ? NONE : base
}
const NONE: readonly BaseRow[] = []

const baseRows = ({ columns, height, identities }: OpenedSet): BaseRow[] =>
  Array.from({ length: height }, (_, row) => {
    const cells = Object.fromEntries(columns.map(column => [column.name, packedCell(column, row)]))
    return { identity: unpackIdentity(identities, row, name => cells[name] ?? ''), cells }
  })
