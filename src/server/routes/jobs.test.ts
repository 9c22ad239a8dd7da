import { expect, test, vi } from 'vitest'
import type { JobCard, LiveEvent, SetState, UploadCard } from '../../contract/sets.ts'
import { describeStores, storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

/** As a supplier's export: names, streets, numbers. */
function bigFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) =>
    [
      `Commerce ${n}`,
      ['Boulangerie', 'Garage', 'Fleurs'][n % 3],
      `${n % 90} rue des Lilas`,
      '78680',
      '01 99 00 11 11',
    ].join(';'),
  )
  return `Enseigne;Activité;Adresse;CP;Téléphone\n${lines.join('\n')}\n`
}

describeStores('long work', open => {
  test('that a restart interrupts starts again, and ends', async () => {
    const store = await open()
    const first = await openApp(store)
    await startEpone(first)
    await first.app.ready()
    const { slug } = await handsOf(first).post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
    const [file] = await handsOf(first).upload('commerces.csv', bigFile(3000))
    await handsOf(first).post(`/sets/${slug}/sources`, { upload: file!.id })
    await first.app.close()
    const jobs = await first.world.db.selectFrom('job').select(['kind', 'state']).orderBy('created_at').execute()
    expect(jobs[1]!.state).toMatch(/queued|running/)

    const again = await openApp(await store.reopen())
    await again.app.ready()
    const hands = handsOf(again)
    const set = await hands.settled(slug)
    expect(set.steps.length).toBeGreaterThan(2)
    const cards = await hands.get<JobCard[]>('/jobs')
    expect(cards.map(({ kind, state }) => [kind, state])).toEqual([
      ['propose', 'done'],
      ['read', 'done'],
    ])
    expect([...first.reported, ...again.reported]).toEqual([])
    await again.app.close()
  })

  test('is stopped when asked, wherever it is, and leaves nothing half done', async () => {
    const opened = await openApp(await open())
    await startEpone(opened)
    await opened.app.ready()
    const hands = handsOf(opened)
    const heard: JobCard['state'][] = []
    opened.world.live.listen('78217', '', (event: LiveEvent) => {
      if (event.type === 'job' && event.job.kind === 'propose') heard.push(event.job.state)
    })
    const { slug } = await hands.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
    const [file] = await hands.upload('commerces.csv', bigFile(20_000))
    await hands.post(`/sets/${slug}/sources`, { upload: file!.id })
    const { job } = await hands.get<SetState>(`/sets/${slug}`)
    expect(await hands.remove<JobCard>(`/jobs/${job}`)).toMatchObject({ state: 'cancelled' })
    const twice = await hands.browser.delete(`/api/atelier/jobs/${job}`)
    expect([twice.statusCode, twice.json()]).toEqual([409, { message: 'Ce travail est déjà terminé.' }])
    expect(await hands.get<SetState>(`/sets/${slug}`)).toMatchObject({ steps: [] })
    expect(heard.at(-1)).toBe('cancelled')
    const asked = await hands.browser.post(`/api/atelier/sets/${slug}/proposal`)
    expect((await hands.job(asked.json<JobCard>().id)).state).toBe('done')
    expect(opened.reported).toEqual([])
    await opened.app.close()
  })
})

const open = storesOf('sqlite')

test('a file of 100,000 rows: the server goes on answering while it is read and prepared', async () => {
  const opened = await openApp(await open())
  await startEpone(opened)
  const address = await opened.app.listen({ port: 0, host: 'localhost' })
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(address + path, init)
    const text = await answer.text()
    expect(answer.status, text).toBeLessThan(300)
    return (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as T
  }
  const send = (path: string, body: object) =>
    ask<SetState>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const until = async (id: string): Promise<number> => {
    for (let answers = 0; ; answers++) {
      await ask('/health')
      const { state, message } = await ask<JobCard>(`/api/atelier/jobs/${id}`)
      if (state === 'done') return answers
      expect(['queued', 'running'], message).toContain(state)
    }
  }
  const { slug } = await send('/api/atelier/sets', { title: 'Commerces', model: 'carnet-commerces' })
  const form = new FormData()
  form.append('file', new Blob([bigFile(100_000)]), 'commerces.csv')
  const [card] = await ask<UploadCard[]>('/api/atelier/uploads', { method: 'POST', body: form })
  if (card!.reading !== undefined) expect(await until(card!.reading)).toBeGreaterThan(5)
  const { job } = await send(`/api/atelier/sets/${slug}/sources`, { upload: card!.id })
  expect(await until(job!)).toBeGreaterThan(20)
  const read = await ask<UploadCard>(`/api/atelier/uploads/${card!.id}`)
  expect(read.tables).toMatchObject([{ rows: 100_000 }])
  expect(opened.reported).toEqual([])
  await opened.app.close()
})
