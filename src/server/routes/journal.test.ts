import { expect, test } from 'vitest'
import type { JournalPage, SetState, TrashedSet } from '../../contract/sets.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

describeStores('the history and the trash', open => {
  async function start() {
    const opened = await openApp(await open())
    await startEpone(opened)
    await opened.app.ready()
    return { ...opened, hands: handsOf(opened) }
  }

  test('a set in the trash is nowhere else, comes back whole, and its address is never given to another', async () => {
    const { app, hands, reported } = await start()
    const first = await hands.post<SetState>('/sets', { title: 'Œuvres d’art', model: 'carnet-monuments' })
    expect(first.slug).toBe('oeuvres-d-art')
    await hands.patch(`/sets/${first.slug}`, { title: 'Œuvres', rank: 2 })
    await hands.remove(`/sets/${first.slug}`)
    expect(await hands.get<TrashedSet[]>('/trash')).toMatchObject([
      { slug: 'oeuvres-d-art', title: 'Œuvres', trashedBy: 'Anne Morel' },
    ])
    expect(await hands.get('/home')).toMatchObject({ sets: [] })
    const gone = await hands.browser.post(`/api/atelier/sets/${first.slug}/acts`, {
      acts: [{ key: 'k', act: { type: 'remove-step', id: 'x' } }],
    })
    expect(gone.statusCode).toBe(410)
    const second = await hands.post<SetState>('/sets', { title: 'Œuvres d’art', model: 'carnet-monuments' })
    expect(second.slug).toBe('oeuvres-d-art-2')
    const back = await hands.post<SetState>(`/trash/${first.slug}`, {})
    expect(back).toMatchObject({ title: 'Œuvres', rank: 2 })
    expect(back).not.toHaveProperty('trashedAt')
    expect(reported).toEqual([])
    await app.close()
  })

  test('is read a page at a time, of the town or of a set', async () => {
    const { app, hands } = await start()
    const { slug } = await hands.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
    await hands.post('/sets', { title: 'Monuments', model: 'carnet-monuments' })
    for (const rank of [2, 3, 4]) await hands.patch(`/sets/${slug}`, { rank })
    const page = await hands.get<JournalPage>(`/sets/${slug}/journal?limit=2`)
    expect(page.entries.map(({ note }) => note)).toEqual(['Rang dans vos souhaits : 4', 'Rang dans vos souhaits : 3'])
    const rest = await hands.get<JournalPage>(`/sets/${slug}/journal?before=${page.next}`)
    expect(rest.entries.map(({ note }) => note)).toEqual(['Rang dans vos souhaits : 2', 'Jeu créé : « Commerces »'])
    const town = await hands.get<JournalPage>('/journal')
    expect(town.entries.map(({ act }) => act)).toContain('create-set')
    expect(town.entries.find(({ note }) => note.includes('Monuments'))?.set).toEqual({
      slug: 'monuments',
      title: 'Monuments',
    })
    await app.close()
  })
})
