import { expect, test } from 'vitest'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { tableFromRows } from '../../../../src/core/table/table.ts'
import { Loader } from './load.ts'
import type { WorkerEvent } from './protocol.ts'
import { type LateLibrary, type Pace, WorkerSession } from './session.ts'

const model = parseModel({ fields: [{ name: 'n', type: 'integer' }] })
const rows = Array.from({ length: 100 }, (_, row) => [row % 2 === 0 ? String(row) : 'non'])
const table = tableFromRows(['n'], rows, { source: 'f' })
const content = { file: 'f', format: 'csv', tables: [{ headerRow: 1, table, setAside: [], hidden: {} }], warnings: [] }
const INPUT = {
  model: 'm',
  uploads: ['u'],
  steps: [],
  town: { insee: '78217', name: 'Épône', department: '78', postcodes: [] },
}
const nothing = { cells: [], added: [], gone: [], back: [] }

/** Tasks wait in a list: the test decides when they run. Each look at the clock costs eight milliseconds, a whole slice. */
function start(hours: LateLibrary = { load: async () => undefined, wasMissed: () => false }) {
  const asked: string[] = []
  const server = {
    json: async <T>(path: string) => {
      asked.push(path)
      return (path.startsWith('/models') ? model : content) as T
    },
    text: async () => '',
    textNow: () => '',
  }
  const tasks = new Set<() => unknown>()
  let now = 0
  const pace: Pace = {
    now: () => (now += 8),
    later(task) {
      tasks.add(task)
      return () => void tasks.delete(task)
    },
  }
  const events: WorkerEvent[] = []
  const session = new WorkerSession(new Loader(server), event => events.push(event), pace, hours)
  const step = async () => {
    for (const task of [...tasks]) {
      tasks.delete(task)
      await task()
    }
  }
  return { session, events, step, tasks, asked }
}

test('the table is answered before it is checked, and the check goes by slices', async () => {
  const { session, events, step, tasks } = start()
  expect((await session.open(INPUT)).height).toBe(100)
  expect(events).toEqual([])
  let slices = 0
  for (; tasks.size > 0; slices++) await step()
  expect(slices).toBeGreaterThan(5)
  expect(events.map(({ type }) => type)).toEqual(['findings', 'checked'])
})

test('a keystroke in the middle of a check begins it again: one answer, and the right one', async () => {
  const { session, events, step, tasks } = start()
  await session.open(INPUT)
  await step()
  await step()
  const found = await session.change({ ...nothing, cells: [{ row: 1, column: 0, to: '1' }] })
  expect(found).toEqual([[1, []]])
  while (tasks.size > 0) await step()
  expect(events.filter(({ type }) => type === 'checked')).toMatchObject([{ table: { errors: 49 } }])
})

test('a file is fetched once, whatever is opened again', async () => {
  const { session, asked } = start()
  await session.open(INPUT)
  await session.open(INPUT)
  expect(asked.filter(path => path === '/sources/u')).toHaveLength(1)
})

test('a recipe that asked for a library before it was there is replayed with it', async () => {
  const called: string[] = []
  let missed = true
  const { session } = start({
    load: async () => void called.push('load'),
    wasMissed() {
      called.push('missed?')
      const was = missed
      missed = false
      return was
    },
  })
  await session.open(INPUT)
  expect(called).toEqual(['missed?', 'load'])
})

test('a page that has left is not checked for any more', async () => {
  const { session, events, step } = start()
  await session.open(INPUT)
  session.close()
  await step()
  expect(events).toEqual([])
  await expect(session.draft({ row: 0, column: 0, to: 'x' })).rejects.toThrow('no set is open')
})
