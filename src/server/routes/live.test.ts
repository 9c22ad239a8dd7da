import { expect, onTestFinished, test, vi } from 'vitest'
import type { LiveEvent, SetState } from '../../contract/sets.ts'
import { closeSessionsOf, openSession } from '../../people/sessions.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

const open = storesOf('sqlite')

/** The events of a stream, as they come. */
async function* eventsOf(address: string, sent: Record<string, string> = {}): AsyncGenerator<LiveEvent> {
  const { body, headers } = await fetch(address, { headers: sent })
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  let text = ''
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const [, type] = /^event: (\w+)$/m.exec(block) ?? []
      const [, data] = /^data: (.*)$/m.exec(block) ?? []
      if (data === undefined) continue
      const event = JSON.parse(data) as LiveEvent
      expect(type).toBe(event.type)
      yield event
    }
  }
}

test('who watches a set hears who is there and what is done, with what it changed; the town hears of jobs', async () => {
  const opened = await openApp(await open())
  await startEpone(opened)
  const address = `${await opened.app.listen({ port: 0, host: 'localhost' })}/api/atelier`
  const hands = handsOf(opened)
  const { slug, hand } = await hands.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
  const events = eventsOf(`${address}/sets/${slug}/live`)
  expect((await events.next()).value).toEqual({ type: 'presence', people: [] })

  const row = { key: { nom: 'Dupain' } }
  const here = { page: 'p1', tab: 'nettoyage', cell: { row, column: 'nom' } }
  await hands.post(`/sets/${slug}/presence`, here)
  const me = { ...here, name: 'Anne Morel' }
  expect((await events.next()).value).toEqual({ type: 'presence', people: [me] })
  // The same again is no news; the page that goes is.
  await hands.post(`/sets/${slug}/presence`, here)
  await hands.post(`/sets/${slug}/presence`, { page: 'p1', tab: 'nettoyage', left: true })
  expect((await events.next()).value).toEqual({ type: 'presence', people: [] })
  const cell = { row, column: 'nom', seen: 'Dupain', to: 'Au bon pain' }
  await hands.post(`/sets/${slug}/acts`, { acts: [{ key: 'k1', act: { type: 'cells', hand, cells: [cell] } }] })
  expect((await events.next()).value).toMatchObject({
    type: 'entry',
    by: 'Anne Morel',
    change: [
      { op: 'step', id: hand },
      { op: 'cell', hand, row, column: 'nom', base: 'Dupain', now: 'Au bon pain' },
    ],
  })
  await hands.post(`/sets/${slug}/undo`, {})
  expect((await events.next()).value).toMatchObject({ type: 'entry', change: [{ op: 'cell' }, { op: 'step' }] })

  const town = eventsOf(`${address}/live`)
  const first = town.next()
  await hands.upload('commerces.csv', 'Enseigne;Rue\nDupain;Haute\n')
  expect((await first).value).toMatchObject({ type: 'job', job: { kind: 'read' } })

  // Streams end with the server, which does not wait for them.
  await opened.app.close()
  const last: LiveEvent[] = []
  for await (const event of events) last.push(event)
  expect(last.every(({ type }) => type === 'presence' || type === 'job')).toBe(true)
  expect(opened.reported).toEqual([])
})

test('a line opened with a session ends with it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const opened = await openApp(await open())
  const anne = await startEpone(opened)
  const secret = await openSession(opened.world, { insee: anne.insee, person: anne.id })
  const address = `${await opened.app.listen({ port: 0, host: 'localhost' })}/api/atelier`
  const events = eventsOf(`${address}/live`, { cookie: `carnet=${secret}` })
  // The line is asked for, and its beat is one more timer than the server had.
  const before = vi.getTimerCount()
  const next = events.next()
  await vi.waitUntil(() => vi.getTimerCount() > before)
  await closeSessionsOf(opened.world, { insee: anne.insee, person: anne.id })
  vi.advanceTimersByTime(20_000)
  expect(await next).toEqual({ done: true, value: undefined })
})

test('a set that does not exist has nothing to say', async () => {
  const opened = await openApp(await open())
  await startEpone(opened)
  const answer = await opened.browser().get('/api/atelier/sets/rien/live')
  expect([answer.statusCode, answer.json()]).toEqual([
    404,
    { message: 'Ce jeu de données n’existe pas dans votre commune.' },
  ])
  await opened.app.close()
})
