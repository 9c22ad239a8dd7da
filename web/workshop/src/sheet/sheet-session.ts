import type { TownCard } from '../../../../src/contract/people.ts'
import type { Act, Change, SetState } from '../../../../src/contract/sets.ts'
import { addedId } from '../../../../src/core/recipe/added.ts'
import type { RowIdentity } from '../../../../src/core/recipe/step.ts'
import type { Done, SavingState } from '../sync/edit-queue.ts'
import type { KeptEdit } from '../sync/edit-store.ts'
import type { SetWorker } from '../worker/client.ts'
import type { CellWrite, CheckedTable, RowFinding, WorkerEvent } from '../worker/protocol.ts'
import { keptPlaces, rowsOf, showAct } from './pending-edits.ts'
import { cellPlace, gonePlace, SheetData } from './sheet-data.ts'

/** Most cells of one act, as the contract says. */
const MOST_CELLS = 20_000

export interface SheetState {
  readonly data?: SheetData
  readonly checked?: CheckedTable
  readonly saving: SavingState
  /** Edits that the server would not do, each with its sentence. */
  readonly refused: readonly KeptEdit[]
  /** Cells found half typed from a page that closed, now written. */
  readonly resumed: number
  readonly failed?: string
}

/** What the session needs of the queue: kept first, sent later. */
export interface EditsKept {
  keep(edits: readonly KeptEdit[]): Promise<void>
  left(): Promise<readonly KeptEdit[]>
  flush(): Promise<void>
  forget(key: string): Promise<void>
}
export interface SessionWorld {
  readonly worker: SetWorker
  readonly page: string
  readonly town: TownCard
  newKey(): string
}

interface Unacknowledged {
  readonly act: Act
  rows: readonly (number | undefined)[]
  /** Kept in the browser's store: from then on, its absence there means that it was sent. */
  kept: boolean
}

/** One set open in one page: what is shown, what is on its way, what others do. No React and no network of its own. */
export class SheetSession {
  #state: SheetState = { saving: { type: 'saving', count: 0 }, refused: [], resumed: 0 }
  #set: SetState | undefined
  #base = ''
  #heard = 0
  #work: Promise<unknown> = Promise.resolve()
  readonly #unacknowledged = new Map<string, Unacknowledged>()
  readonly #watchers = new Set<() => void>()
  queue!: EditsKept

  constructor(readonly world: SessionWorld) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
  readonly state = (): SheetState => this.#state

  /** The set as the server tells it now. Opens the table when what it is made of changed. */
  receive(set: SetState): Promise<void> {
    return this.#then(async () => {
      this.#set = set
      const base = baseOf(set)
      if (base !== this.#base) await this.#open(set, base)
      else if (set.seq > this.#heard) await this.#reconcile(set)
      this.#heard = Math.max(this.#heard, set.seq)
    })
  }

  /** Somebody's entry in the journal. What it changes in the cells is shown without a replay. */
  hear(seq: number, change: Change): Promise<void> {
    return this.#then(async () => {
      if (seq <= (this.#set?.seq ?? 0)) return
      this.#heard = Math.max(this.#heard, seq)
      await this.#apply(seq, change)
    })
  }

  /** Writes cells: shown at once, kept, sent. Cells that already say it are left alone. */
  write(cells: readonly CellWrite[], key = this.world.newKey()): number {
    const data = this.#state.data
    const changed = data ? cells.filter(({ row, column, to }) => data.text(row, column) !== to) : []
    for (let from = 0; from < changed.length; from += MOST_CELLS)
      this.#writeSome(changed.slice(from, from + MOST_CELLS), from === 0 ? key : this.world.newKey())
    return changed.length
  }

  /** Adds rows at the end. Their numbers. */
  addRows(rows: readonly ReadonlyMap<number, string>[]): readonly number[] {
    const { data } = this.#state
    if (!data || !this.#set) return []
    const { hand } = this.#set
    return rows.map(cells => {
      const id = this.world.newKey()
      const row = data.rowOfAdded(id)
      const filled = data.names.map((name, column) => [name, cells.get(column) ?? ''] as const)
      this.#do({ type: 'add-row', hand, row: id, cells: Object.fromEntries(filled) }, [row])
      return row
    })
  }

  deleteRows(rows: readonly number[]): void {
    const { data } = this.#state
    if (!data || !this.#set || rows.length === 0) return
    this.#do({ type: 'delete-rows', hand: this.#set.hand, rows: rows.map(row => data.identityOf(row)) }, rows)
  }

  /** The act of a cell as it is being typed, for the draft kept at each keystroke. */
  draftEdit(key: string, cell: CellWrite): KeptEdit {
    return { key, page: this.world.page, act: this.#cellsAct([cell]) }
  }

  /** What would be said of this text. */
  judge(cell: CellWrite): Promise<readonly RowFinding[]> {
    return this.world.worker.call('draft', cell)
  }

  /** The numbers of these rows, of those that are in the table. */
  async find(rows: readonly RowIdentity[]): Promise<readonly (number | undefined)[]> {
    return this.#state.data ? this.#locate(rows) : []
  }

  /** Edits found in the browser's store, that a page which is no more left there: shown, and sent. */
  resume(edits: readonly KeptEdit[], drafts: number): Promise<void> {
    return this.#then(async () => {
      const refused = edits.filter(edit => edit.refused !== undefined)
      this.#put({ refused: [...this.#state.refused, ...refused], resumed: this.#state.resumed + drafts })
      const left = edits.filter(({ key, refused }) => refused === undefined && !this.#unacknowledged.has(key))
      for (const { key, act } of left) this.#unacknowledged.set(key, { act, rows: [], kept: true })
      await this.#showPending(left.map(({ key }) => key))
      void this.queue.flush()
    })
  }

  async forgetRefused(key: string): Promise<void> {
    await this.queue.forget(key)
    this.#put({ refused: this.#state.refused.filter(edit => edit.key !== key) })
  }

  onWorker(event: WorkerEvent): void {
    if (event.type === 'checked') this.#put({ checked: event.table })
    else this.#state.data?.setFindings(event.findings)
  }

  onSaving(saving: SavingState): void {
    this.#put({ saving })
    if (saving.type === 'saved') this.#sentByOthers()
  }

  onDone(results: readonly Done[]): void {
    for (const { key, seq, conflicts } of results) {
      const mine = this.#unacknowledged.get(key)
      const { data } = this.#state
      this.#unacknowledged.delete(key)
      this.#heard = Math.max(this.#heard, seq ?? 0)
      if (data && mine) this.#shown(data.layers.acknowledge(key, seq, keptPlaces(data, mine.act, mine.rows, conflicts)))
    }
  }

  onRefused(edit: KeptEdit): void {
    this.#unacknowledged.delete(edit.key)
    this.#put({ refused: [...this.#state.refused, edit] })
    const { data } = this.#state
    if (data) this.#shown(data.layers.refuse(edit.key))
  }

  onFailure(failed: string): void {
    this.#put({ failed })
  }

  #cellsAct(cells: readonly CellWrite[]): Act {
    const data = this.#state.data!
    return {
      type: 'cells',
      hand: this.#set!.hand,
      cells: cells.map(({ row, column, to }) => ({
        row: data.identityOf(row),
        column: data.names[column]!,
        seen: data.text(row, column),
        to,
      })),
    }
  }

  #writeSome(cells: readonly CellWrite[], key: string): void {
    this.#do(
      this.#cellsAct(cells),
      cells.map(({ row }) => row),
      key,
    )
  }

  #do(act: Act, rows: readonly number[], key = this.world.newKey()): void {
    const mine: Unacknowledged = { act, rows, kept: false }
    this.#unacknowledged.set(key, mine)
    void this.queue.keep([{ key, page: this.world.page, act }]).then(() => {
      mine.kept = true
    })
    this.#shown(showAct(this.#state.data!, key, act, rows))
  }

  #shown(places: readonly number[]): void {
    const { data } = this.#state
    if (!data || places.length === 0) return
    const change = data.changed(places)
    void this.world.worker.call('change', change).then(findings => data.setFindings(findings), this.#failed)
  }

  readonly #failed = (error: Error) => this.onFailure(error.message)

  async #open(set: SetState, base: string): Promise<void> {
    const uploads = [...set.sourceCards].filter(({ replacedBy }) => replacedBy === undefined)
    uploads.sort((a, b) => a.rank - b.rank)
    const opened = await this.world.worker.call('open', {
      model: set.model.id,
      uploads: uploads.map(({ id }) => id),
      steps: set.steps,
      town: this.world.town,
    })
    this.#base = base
    this.#heard = set.seq
    this.#put({ data: new SheetData(opened) }, ['failed', 'checked'])
    await this.#showPending([...this.#unacknowledged.keys()])
  }

  /** Entries were missed (the line was cut): the hand step as it is now takes the place of what was heard. */
  async #reconcile({ seq, steps, hand }: SetState): Promise<void> {
    const { data } = this.#state
    const last = steps.at(-1)
    if (!data || last?.id !== hand || last.step.type !== 'by-hand') return
    const { corrections, deleted, added } = last.step
    const rows = await this.#locate([...corrections.map(({ row }) => row), ...deleted])
    const places = new Set(data.layers.served())
    const now = new Map<number, string>()
    corrections.forEach(({ column, to }, at) => {
      const where = data.names.indexOf(column)
      if (rows[at] !== undefined && where >= 0) now.set(cellPlace(rows[at], where), to)
    })
    deleted.forEach((_, at) => {
      const row = rows[corrections.length + at]
      if (row !== undefined) now.set(gonePlace(row), '1')
    })
    for (const { id, cells } of added) for (const place of data.receiveRow(id, cells, seq)) places.delete(place)
    for (const place of places) if (!now.has(place)) data.layers.receive(place, undefined, seq)
    for (const [place, value] of now) data.layers.receive(place, value, seq)
    this.#shown([...places, ...now.keys(), ...added.flatMap(({ id, cells }) => data.receiveRow(id, cells, seq))])
  }

  async #apply(seq: number, change: Change): Promise<void> {
    const { data } = this.#state
    const hand = this.#set?.hand
    if (!data) return
    const named = change.filter(op => (op.op === 'cell' || op.op === 'gone') && op.hand === hand)
    const rows = await this.#locate(named.map(op => ('row' in op ? op.row : { key: {} })))
    const places: number[] = []
    named.forEach((op, at) => {
      const row = rows[at]
      if (row === undefined) return
      const column = op.op === 'cell' ? data.names.indexOf(op.column) : -1
      if (op.op === 'cell' && column < 0) return
      const place = op.op === 'cell' ? cellPlace(row, column) : gonePlace(row)
      data.layers.receive(place, op.op === 'gone' ? (op.now ? '1' : undefined) : op.op === 'cell' ? op.now : '', seq)
      places.push(place)
    })
    for (const op of change)
      if (op.op === 'row' && op.hand === hand) places.push(...data.receiveRow(op.id, op.now, seq))
    this.#shown(places)
  }

  /** What is on its way shows above the table. */
  async #showPending(keys: readonly string[]): Promise<void> {
    const { data } = this.#state
    if (!data) return
    const acts = keys.map(key => this.#unacknowledged.get(key)!.act)
    const found = await this.#locate(acts.flatMap(rowsOf))
    const places: number[] = []
    let from = 0
    for (const [at, key] of keys.entries()) {
      const rows = found.slice(from, (from += rowsOf(acts[at]!).length))
      const one = this.#unacknowledged.get(key)
      // It may have been acknowledged while its rows were looked for.
      if (!one) continue
      one.rows = rows
      places.push(...showAct(data, key, one.act, rows))
    }
    this.#shown(places)
  }

  async #locate(rows: readonly RowIdentity[]): Promise<readonly (number | undefined)[]> {
    if (rows.length === 0) return []
    const data = this.#state.data!
    const found = await this.world.worker.call('locate', rows)
    return rows.map((row, at) => {
      const id = addedId(row)
      return id === undefined ? found[at] : data.rowOfAdded(id)
    })
  }

  /** Nothing waits in the store any more: what is still unacknowledged here went with another tab. */
  #sentByOthers(): void {
    const { data } = this.#state
    for (const [key, { kept }] of this.#unacknowledged) {
      if (!kept) continue
      this.#unacknowledged.delete(key)
      if (data) this.#shown(data.layers.acknowledge(key, this.#heard))
    }
  }

  /** One thing after the other: a table opened late must not cover what was heard since. */
  #then(task: () => Promise<void>): Promise<void> {
    const next = this.#work.then(task, task).catch(this.#failed)
    this.#work = next
    return next
  }

  #put(change: Partial<SheetState>, without: readonly ('failed' | 'checked')[] = []): void {
    const next: { -readonly [K in keyof SheetState]: SheetState[K] } = { ...this.#state, ...change }
    for (const name of without) delete next[name]
    this.#state = next
    for (const watcher of this.#watchers) watcher()
  }
}

/** What the table is made of: when it changes, the recipe is replayed. The open hand step is not part of it. */
function baseOf({ model, sourceCards, steps, hand }: SetState): string {
  const before = steps.filter(({ id }) => id !== hand)
  const sources = sourceCards.map(({ id, rank, replacedBy }) => [id, rank, replacedBy])
  return JSON.stringify([model.id, sources, hand, before])
}
