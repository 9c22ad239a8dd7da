import { expect, test } from 'vitest'
import { type Delivery, type Kept, memoryOutbox, Outbox } from './outbox.ts'

/** A server that answers what it is told to, and a clock that is wound by hand. */
function world(...answers: Delivery[]) {
  const sent: string[] = []
  const waits: number[] = []
  let retry: () => void = () => undefined
  let left: readonly Kept[] = []
  const store = memoryOutbox()
  return {
    sent,
    waits,
    store,
    left: () => left,
    wind: () => retry(),
    send: async ({ key }: Kept) => {
      sent.push(key)
      return answers.shift() ?? { done: true as const }
    },
    later: (task: () => void, milliseconds: number) => {
      waits.push(milliseconds)
      retry = task
      return () => undefined
    },
    changed: (kept: readonly Kept[]) => {
      left = kept
    },
  }
}
const row = (key: string) => ({ key, path: 'rows', body: { key } })

test('what is given is sent once, in order, and leaves when the server has it', async () => {
  const one = world()
  const outbox = new Outbox('t', one)
  await outbox.give(row('a'))
  await outbox.give(row('b'))
  await outbox.flush()
  expect([one.sent, one.left()]).toEqual([['a', 'b'], []])
})

test('nobody answers: nothing leaves, and it is tried again, each time later', async () => {
  const one = world({ retry: true }, { retry: true }, { done: true })
  const outbox = new Outbox('t', one)
  await outbox.give(row('a'))
  await outbox.flush()
  expect(one.left()).toHaveLength(1)
  one.wind()
  await outbox.flush()
  expect(one.left()).toEqual([])
  expect(one.waits[0]).toBe(1000)
})

test('a refusal is kept with its sentence, and does not hold what comes after', async () => {
  const one = world({ refused: 'Trop long.' })
  const outbox = new Outbox('t', one)
  await outbox.give(row('a'))
  await outbox.give(row('b'))
  await outbox.flush()
  expect(one.left().map(({ key, refused }) => [key, refused])).toEqual([['a', 'Trop long.']])
  await outbox.forget('a')
  expect(one.left()).toEqual([])
})

test('what a closed page left is sent by the next one; another link’s stays', async () => {
  const one = world()
  await one.store.add({ ...row('a'), token: 't' })
  await one.store.add({ ...row('z'), token: 'autre' })
  await new Outbox('t', one).flush()
  expect(one.sent).toEqual(['a'])
})
