import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act, ActsSent } from '../../../../src/contract/sets.ts'
import { EditQueue, type QueueWorld, type SavingState, type Sent } from './edit-queue.ts'
import { type EditStore, memoryStore } from './edit-store.ts'

const cell = (to: string): Act => ({
  type: 'cells',
  hand: 'main',
  cells: [{ row: { key: { id: 'a' } }, column: 'x', seen: '', to }],
})
const said = (act: Act): string => (act.type === 'cells' ? act.cells[0]!.to : '')

/** A server that does each key once, whatever is lost on the way. */
class Server {
  readonly journal: string[] = []
  readonly #keys = new Set<string>()
  seen = 0

  answer({ acts }: ActsSent): Sent {
    this.seen += acts.length
    if (acts.some(({ act }) => said(act) === 'unreadable')) return { refused: 'Je ne comprends pas.' }
    const results = acts.map(({ key, act }) => {
      if (said(act) === 'forbidden') return { key, refused: 'Vous ne pouvez pas.' }
      if (!this.#keys.has(key)) this.journal.push(said(act))
      this.#keys.add(key)
      return { key, seq: this.journal.length }
    })
    return { answer: { seq: this.journal.length, results } }
  }
}

function oneAtATime(): QueueWorld['exclusive'] {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}

interface Setting {
  readonly store?: EditStore
  readonly exclusive?: QueueWorld['exclusive']
  readonly send: (batch: ActsSent) => Promise<Sent>
}
let keys = 0
const later: QueueWorld['later'] = task => {
  const timer = setTimeout(task, 0)
  return () => clearTimeout(timer)
}
function queue({ store = memoryStore(), exclusive = oneAtATime(), send }: Setting) {
  const states: SavingState[] = []
  const refused: string[] = []
  const done: string[] = []
  const one = new EditQueue(
    'set',
    'page',
    { store, exclusive, send, later, newKey: () => `k${keys++}` },
    {
      state: state => states.push(state),
      done: results => done.push(...results.map(({ key }) => key)),
      refused: edit => refused.push(edit.refused!),
    },
  )
  return { one, states, refused, done, store }
}

describe('edits on their way', () => {
  test('are kept, sent, acknowledged, forgotten', async () => {
    const server = new Server()
    const { one, states, done, store } = queue({ send: async batch => server.answer(batch) })
    const sent = await one.write([cell('a'), cell('b')])
    await one.flush()
    expect(server.journal).toEqual(['a', 'b'])
    expect(done).toEqual(sent)
    expect(await store.all('set')).toEqual([])
    expect(states[0]).toEqual({ type: 'saving', count: 2 })
    expect(states.at(-1)).toEqual({ type: 'saved' })
  })

  test('wait here without network, and say how many', async () => {
    const { one, states, store } = queue({ send: () => new Promise(() => undefined) })
    const cut = queue({ store, send: async () => ({ retry: 'offline' }) })
    await cut.one.write([cell('a'), cell('b'), cell('c')])
    await cut.one.flush()
    cut.one.close()
    expect(cut.states.at(-1)).toEqual({ type: 'waiting', count: 3, why: 'offline' })
    expect((await one.left()).map(({ act }) => said(act))).toEqual(['a', 'b', 'c'])
    expect(states).toEqual([])
  })

  test('one that is refused holds no other, and is kept with its reason', async () => {
    const server = new Server()
    const { one, refused, store } = queue({ send: async batch => server.answer(batch) })
    await one.write([cell('a'), cell('forbidden'), cell('b'), cell('unreadable'), cell('c')])
    await one.flush()
    expect(server.journal).toEqual(['a', 'b', 'c'])
    expect(refused.sort()).toEqual(['Je ne comprends pas.', 'Vous ne pouvez pas.'])
    expect((await store.all('set')).map(({ refused }) => refused)).toEqual([
      'Vous ne pouvez pas.',
      'Je ne comprends pas.',
    ])
  })

  test('what another page wrote is sent under its name', async () => {
    const pages: (string | undefined)[] = []
    const server = new Server()
    const send = async (batch: ActsSent) => {
      pages.push(batch.page)
      return server.answer(batch)
    }
    const { one, store } = queue({ send })
    await store.add('set', [{ key: 'old', page: 'closed', act: cell('z') }])
    await one.write([cell('a')])
    await one.flush()
    expect(pages).toEqual(['closed', 'page'])
    expect(server.journal).toEqual(['z', 'a'])
  })
})

/** What the network does to one sending. */
type Fate = 'arrives' | 'request lost' | 'answer lost' | 'busy'
type Event =
  | { readonly type: 'type'; readonly tab: number }
  | { readonly type: 'close'; readonly tab: number }
  | { readonly type: 'rest' }

const fates = fc.array(fc.constantFrom<Fate>('arrives', 'request lost', 'answer lost', 'busy'), { maxLength: 30 })
const events = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('type' as const), tab: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('close' as const), tab: fc.nat(1) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('rest' as const) }) },
  ),
  { maxLength: 40 },
)

const rest = () => new Promise(resolve => setTimeout(resolve, 0))

test('no edit is lost, none is doubled, whatever the network loses and whichever tab dies', async () => {
  await fc.assert(
    fc.asyncProperty(events, fates, async (events: readonly Event[], fates) => {
      const server = new Server()
      const store = memoryStore()
      const exclusive = oneAtATime()
      const left = [...fates]
      const send = async (batch: ActsSent): Promise<Sent> => {
        await Promise.resolve()
        const fate = left.shift() ?? 'arrives'
        if (fate === 'request lost') return { retry: 'offline' }
        if (fate === 'busy') return { retry: 'busy' }
        const answer = server.answer(batch)
        return fate === 'answer lost' ? { retry: 'offline' } : answer
      }
      const tabs = [0, 1].map(() => queue({ store, exclusive, send }).one)
      const typed: string[][] = [[], []]
      for (const event of events) {
        if (event.type === 'rest') await rest()
        else if (event.type === 'type') {
          const text = `${event.tab}:${typed[event.tab]!.length}`
          typed[event.tab]!.push(text)
          await tabs[event.tab]!.write([cell(text)])
        } else {
          tabs[event.tab]!.close()
          tabs[event.tab] = queue({ store, exclusive, send }).one
        }
      }
      for (const tab of tabs) await tab.flush()
      while ((await store.all('set')).length > 0) await rest()
      for (const tab of tabs) tab.close()
      expect([...server.journal].sort()).toEqual([...typed.flat()].sort())
      for (const tab of [0, 1]) expect(server.journal.filter(text => text.startsWith(`${tab}:`))).toEqual(typed[tab])
    }),
    { numRuns: 200 },
  )
})
