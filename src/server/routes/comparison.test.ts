import { expect, test, vi } from 'vitest'
import type { ActsAnswer, Comparison, JobCard, SetState } from '../../contract/sets.ts'
import type { ReadResult } from '../../core/table/read-result.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { type Hands, handsOf } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

const open = storesOf('sqlite')

const csv = (...rows: string[]) => `${['Enseigne;Activité;Téléphone', ...rows].join('\r\n')}\r\n`
const LAST_YEAR = csv(
  'Boulangerie Dupain;boulangerie;01 99 00 11 11',
  'Fleurs de Seine;fleuriste;01 99 00 22 22',
  'Garage du Lac;garage;01 99 00 33 33',
  'Librairie des Lilas;librairie;01 99 00 44 44',
)
const THIS_YEAR = csv(
  'Librairie des Lilas;librairie;01 99 00 44 44',
  'Boulangerie Dupain;boulangerie;01 99 00 11 12',
  'Pharmacie du Pont;pharmacie;01 99 00 55 55',
  'Garage du Lac;garage;01 99 00 33 33',
)

async function shops(hands: Hands) {
  const { slug } = await hands.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
  const [old] = await hands.upload('commerces 2025.csv', LAST_YEAR)
  await hands.post(`/sets/${slug}/sources`, { upload: old!.id })
  return { slug, old: old!.id, set: await hands.settled(slug) }
}

test('next year’s file: compared before anything is done, accepted by one act, undone by one', async () => {
  const opened = await openApp(await open())
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const { slug, old, set } = await shops(hands)
  const fix = (name: string, seen: string, to: string) => ({
    row: { key: { nom: name } },
    column: 'categorie',
    seen,
    to,
  })
  const cells = [fix('Fleurs de Seine', 'fleuriste', 'Fleurs'), fix('Garage du Lac', 'garage', 'Garage')]
  const answer = await hands.post<ActsAnswer>(`/sets/${slug}/acts`, {
    acts: [{ key: 'c1', act: { type: 'cells', hand: set.hand, cells } }],
  })
  expect(answer.results[0]!.refused).toBeUndefined()
  const corrected = await hands.get<SetState>(`/sets/${slug}`)

  const [next] = await hands.upload('commerces 2026.csv', THIS_YEAR)
  const job = await hands.post<JobCard>(`/sets/${slug}/comparison`, { upload: next!.id })
  expect(await hands.job(job.id)).toMatchObject({
    kind: 'compare',
    state: 'done',
    message: '1 ligne nouvelle, 1 disparue, 1 changée',
  })
  const found = await hands.get<Comparison>(`/sets/${slug}/comparison/${next!.id}`)
  expect(found.counts).toEqual({ added: 1, gone: 1, changed: 1, lost: 1 })
  expect(found.instead).toBe(old)
  expect(found.added[0]!.cells).toContain('Pharmacie du Pont')
  expect(found.gone[0]!.cells).toContain('Fleurs de Seine')
  expect(found.changed).toMatchObject([{ name: '« Boulangerie Dupain »', cells: [{ column: 'telephone' }] }])
  expect([found.same, found.held]).toEqual([2, 1])
  expect(found.lost).toMatchObject([{ row: '« Fleurs de Seine »', column: 'categorie', to: 'Fleurs' }])
  expect(found.report.rows).toBe(4)
  expect(await hands.get<SetState>(`/sets/${slug}`)).toMatchObject({ seq: corrected.seq })

  const replaced = await hands.post<SetState>(`/sets/${slug}/sources`, { upload: next!.id, instead: old })
  expect(replaced.sourceCards.map(({ id, replacedBy }) => [id, replacedBy])).toContainEqual([old, next!.id])
  expect(replaced.steps.map(({ id }) => id)).toEqual(corrected.steps.map(({ id }) => id))
  expect(replaced.undo?.note).toBe('Nouveau fichier : « commerces 2026.csv » remplace « commerces 2025.csv »')
  expect(await hands.get<ReadResult>(`/sources/${old}`)).toMatchObject({ file: 'commerces 2025.csv' })
  const back = await hands.post<SetState>(`/sets/${slug}/undo`, {})
  expect(back.sourceCards).toEqual(corrected.sourceCards)
  expect(back.steps).toEqual(corrected.steps)
  expect(opened.reported).toEqual([])
  await opened.app.close()
})

test('the same file twice is told, and a file of this set is not compared with itself', async () => {
  const opened = await openApp(await open())
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const { slug, old } = await shops(hands)
  const [twin] = await hands.upload('copie.csv', LAST_YEAR)
  expect(twin!.twin).toMatchObject({ id: old, name: 'commerces 2025.csv' })
  const refused = await hands.browser.post(`/api/atelier/sets/${slug}/sources`, { upload: twin!.id })
  expect(refused.json()).toEqual({
    message: '« copie.csv » est le même fichier que « commerces 2025.csv », déjà dans ce jeu.',
  })
  const self = await hands.browser.post(`/api/atelier/sets/${slug}/comparison`, { upload: old })
  expect([self.statusCode, self.json()]).toEqual([409, { message: 'Ce fichier est déjà dans ce jeu.' }])
  await opened.app.close()
})
