import { beforeEach, describe, expect, test } from 'vitest'
import type { Act, ActsSent, CellConflict, Change, SetState } from '../../../../src/contract/sets.ts'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import type { RecipeStep } from '../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../src/core/table/table.ts'
import { EditQueue, type Sent } from '../sync/edit-queue.ts'
import { memoryStore } from '../sync/edit-store.ts'
import type { SetWorker } from '../worker/client.ts'
import { Loader } from '../worker/load.ts'
import { WorkerSession } from '../worker/session.ts'
import { SheetSession } from './sheet-session.ts'

const model = parseModel({
  fields: [
    { name: 'id', type: 'string' },
    { name: 'jour', type: 'date' },
  ],
  primaryKey: 'id',
})
const table = tableFromRows(
  ['id', 'jour'],
  [
    ['a', '2021-01-01'],
    ['b', 'hier'],
    ['c', ''],
  ],
  { source: 'f' },
)
const source = { file: 'f', format: 'csv', tables: [{ headerRow: 1, table, setAside: [], hidden: {} }], warnings: [] }
const SET = {
  slug: 's',
  seq: 1,
  hand: 'main',
  model: { id: 'm', title: '' },
  steps: [],
  sourceCards: [{ id: 'u', rank: 0 }],
} as unknown as SetState
const town = { insee: '78217', name: 'Épône', department: '78', postcodes: [] }
const rest = () => new Promise(resolve => setTimeout(resolve, 5))

/** A worker in the same thread: the same session, without the messages. */
function workerHere(tell: ConstructorParameters<typeof WorkerSession>[1]): SetWorker {
  const loader = new Loader({
    json: async <T>(path: string) => (path.startsWith('/models') ? model : source) as T,
    text: async () => '',
    textNow: () => '',
  })
  const pace = {
    now: () => 0,
    later(task: () => void, milliseconds: number) {
      const timer = setTimeout(task, milliseconds / 100)
      return () => clearTimeout(timer)
    },
  }
  const session = new WorkerSession(loader, tell, pace, { load: async () => undefined, wasMissed: () => false })
  return {
    call: async (name, ...args) =>
      structuredClone(await (session[name] as (...all: unknown[]) => unknown)(...args)) as never,
    close: () => session.close(),
  }
}

class Page {
  readonly store = memoryStore()
  readonly sent: Act[] = []
  answer: (batch: ActsSent) => Sent = ({ acts }) => ({
    answer: { seq: 10, results: acts.map(({ key }, at) => ({ key, seq: 10 + at })) },
  })
  readonly session: SheetSession
  #keys = 0

  constructor() {
    const worker = workerHere(event => this.session.onWorker(event))
    const newKey = () => `k${this.#keys++}`
    this.session = new SheetSession({ worker, page: 'p', town, newKey })
    this.session.queue = new EditQueue(
      'scope',
      'p',
      {
        store: this.store,
        newKey,
        exclusive: task => task(),
        later: () => () => undefined,
        send: async batch => {
          this.sent.push(...batch.acts.map(({ act }) => act))
          return this.answer(batch)
        },
      },
      {
        state: state => this.session.onSaving(state),
        done: results => this.session.onDone(results),
        refused: edit => this.session.onRefused(edit),
      },
    )
  }
  get data() {
    return this.session.state().data!
  }
  column(at: number): string[] {
    return this.data.order.map(row => this.data.text(row, at))
  }
}

const cellOp = (id: string, now: string | undefined, hand = 'main'): Change => [
  { op: 'cell', hand, row: { key: { id } }, column: 'jour', base: '', ...(now !== undefined && { now }) },
]
const byHand = (to: string): RecipeStep => ({
  id: 'main',
  reason: '',
  step: {
    type: 'by-hand',
    corrections: [{ row: { key: { id: 'c' } }, column: 'jour', was: '', to }],
    deleted: [],
    added: [],
  },
})

let page: Page
beforeEach(async () => {
  page = new Page()
  await page.session.receive(SET)
  await page.session.resume([], 0)
})

describe('one set open in one page', () => {
  test('shows the table, then what is said of it', async () => {
    expect(page.column(1)).toEqual(['2021-01-01', 'hier', ''])
    await rest()
    expect(page.session.state().checked?.groups).toMatchObject([{ code: 'type-error', rows: [1] }])
    expect(page.data.findingsAt(1, 1)).toMatchObject([{ code: 'type-error' }])
  })

  test('what is typed is shown and judged at once, kept, sent with what was seen, acknowledged', async () => {
    page.session.write([{ row: 1, column: 1, to: '2021-02-03' }])
    expect(page.column(1)[1]).toBe('2021-02-03')
    await page.session.queue.flush()
    await rest()
    expect(page.sent).toEqual([
      {
        type: 'cells',
        hand: 'main',
        cells: [{ row: { key: { id: 'b' } }, column: 'jour', seen: 'hier', to: '2021-02-03' }],
      },
    ])
    expect(page.data.findingsAt(1, 1)).toEqual([])
    expect(page.session.state().saving).toEqual({ type: 'saved' })
    expect(page.column(1)[1]).toBe('2021-02-03')
    expect(page.data.isEdited(1, 1)).toBe(true)
  })

  test('a cell that already says it is not sent', async () => {
    expect(page.session.write([{ row: 0, column: 1, to: '2021-01-01' }])).toBe(0)
    await page.session.queue.flush()
    expect(page.sent).toEqual([])
  })

  test('a refusal puts back what was there, and keeps what was typed with its reason', async () => {
    page.answer = ({ acts }) => ({
      answer: { seq: 1, results: acts.map(({ key }) => ({ key, refused: 'Vous ne pouvez pas.' })) },
    })
    page.session.write([{ row: 0, column: 1, to: 'x' }])
    await page.session.queue.flush()
    expect(page.column(1)[0]).toBe('2021-01-01')
    expect(page.session.state().refused).toMatchObject([{ refused: 'Vous ne pouvez pas.' }])
    await page.session.forgetRefused(page.session.state().refused[0]!.key)
    expect(await page.store.all('scope')).toEqual([])
  })

  test('in a conflict, the value that stayed is shown', async () => {
    page.answer = ({ acts: [first] }) => {
      const row = { key: { id: 'a' } }
      const conflict: CellConflict = {
        id: 'x',
        hand: 'main',
        row,
        column: 'jour',
        kept: { value: 'theirs', by: 'Anne' },
        other: { value: 'mine', by: 'Bernard' },
      }
      return { answer: { seq: 9, results: [{ key: first!.key, seq: 9, conflicts: [conflict] }] } }
    }
    page.session.write([{ row: 0, column: 1, to: 'mine' }])
    await page.session.queue.flush()
    expect(page.column(1)[0]).toBe('theirs')
  })

  test('what others do shows without a replay, an undo shows the table again', async () => {
    await page.session.hear(2, cellOp('c', '2021-05-05'))
    expect(page.column(1)).toEqual(['2021-01-01', 'hier', '2021-05-05'])
    await page.session.hear(3, cellOp('c', undefined))
    expect(page.column(1)[2]).toBe('')
    await page.session.hear(4, [{ op: 'row', hand: 'main', id: 'n1', now: { id: 'd', jour: 'demain' } }])
    expect(page.column(0)).toEqual(['a', 'b', 'c', 'd'])
    await page.session.hear(5, [{ op: 'gone', hand: 'main', row: { key: { id: 'a' } }, now: true }])
    expect(page.column(0)).toEqual(['b', 'c', 'd'])
    expect(page.data.lineOf(1)).toBe(2)
    await page.session.hear(6, cellOp('b', 'ailleurs', 'other-hand'))
    expect(page.column(1)[0]).toBe('hier')
  })

  test('rows added and taken out here, before any answer', async () => {
    const [row] = page.session.addRows([new Map([[0, 'd']])])
    page.session.write([{ row: row!, column: 1, to: '2021-01-04' }])
    page.session.deleteRows([0])
    expect(page.column(0)).toEqual(['b', 'c', 'd'])
    expect(page.column(1)[2]).toBe('2021-01-04')
    await page.session.queue.flush()
    expect(page.sent.map(({ type }) => type)).toEqual(['add-row', 'cells', 'delete-rows'])
    expect(page.data.goneRows).toEqual([0])
    expect(page.column(0)).toEqual(['b', 'c', 'd'])
  })

  test('a changed recipe opens another table, and what is on its way shows above it', async () => {
    page.answer = () => ({ retry: 'offline' })
    page.session.write([{ row: 2, column: 1, to: '2021-07-07' }])
    const filter: RecipeStep = {
      id: 'e1',
      reason: '',
      step: { type: 'filter', column: 'id', keep: { type: 'not-in', values: ['a'] } },
    }
    await page.session.receive({ ...SET, seq: 2, hand: 'main-e1', steps: [filter] })
    expect(page.column(0)).toEqual(['b', 'c'])
    expect(page.column(1)).toEqual(['hier', '2021-07-07'])
  })

  test('what was missed while the line was cut is read from the set', async () => {
    await page.session.hear(2, cellOp('a', 'x'))
    await page.session.receive({ ...SET, seq: 8, steps: [byHand('2021-09-09')] })
    expect(page.column(1)).toEqual(['2021-01-01', 'hier', '2021-09-09'])
  })

  test('what a closed page left is shown and sent', async () => {
    const act: Act = {
      type: 'cells',
      hand: 'main',
      cells: [{ row: { key: { id: 'c' } }, column: 'jour', seen: '', to: 'left' }],
    }
    const edit = { key: 'old', page: 'closed', act }
    await page.store.add('scope', [edit])
    await page.session.resume([edit], 1)
    expect(page.column(1)[2]).toBe('left')
    await page.session.queue.flush()
    expect(page.sent).toEqual([act])
    expect(await page.store.all('scope')).toEqual([])
    expect(page.session.state().resumed).toBe(1)
    // Another page that closes later adds to what is told.
    await page.session.resume([{ ...edit, key: 'no', refused: 'Trop tard.' }], 0)
    await page.session.resume([], 1)
    expect(page.session.state()).toMatchObject({ resumed: 2, refused: [{ key: 'no' }] })
  })
})
