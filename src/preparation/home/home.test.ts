import { describe, expect, test } from 'vitest'
import type { SetStage, SetSummary, UploadCard } from '../../contract/sets.ts'
import { SCORED } from '../../core/diagnosis/questions.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { stageOf } from '../sets/summary.ts'
import type { Summary } from '../tasks/task.ts'
import { diagnosisStep } from './diagnosis.ts'
import { nextThing } from './next.ts'
import { waiting } from './waiting.ts'
import { waysOf } from './way.ts'

const set = (slug: string, stage: SetStage, more: Partial<SetSummary> = {}): SetSummary => ({
  id: slug,
  slug,
  title: slug,
  model: { id: 'm', title: 'M' },
  stage,
  sources: stage === 'waiting-for-file' ? 0 : 1,
  changedAt: '2026-03-02T08:00:00.000Z',
  changedBy: 'Anne',
  ...more,
})
const open = (behind: boolean) => ({ published: { slug: 'dae', behind } })
const file = (name: string, to?: string): UploadCard => ({
  id: name,
  name,
  size: 1,
  sentAt: '2026-03-02T08:00:00.000Z',
  sentBy: 'Anne',
  ...(to !== undefined && { suggestion: { set: to, title: to, reason: 'Ses colonnes.' } }),
})

describe('the one next thing', () => {
  test.each<[string, SetSummary[], UploadCard[], string]>([
    ['nothing yet', [], [], '/atelier/jeux/nouveau'],
    ['a file and no set', [], [file('a.csv')], '/atelier/fichiers'],
    ['a set without file', [set('dae', 'waiting-for-file')], [], '/atelier/jeux/dae/sources'],
    ['something to prepare', [set('a', 'waiting-for-file'), set('dae', 'to-prepare')], [], '/atelier/jeux/dae'],
    ['something to complete', [set('a', 'published'), set('dae', 'to-complete')], [], '/atelier/jeux/dae/a-completer'],
    ['a file whose place is known', [set('dae', 'to-prepare')], [file('a.csv', 'dae')], '/atelier/fichiers'],
    [
      'a set is ready',
      [set('a', 'to-prepare'), set('dae', 'ready')],
      [file('a.csv', 'a')],
      '/atelier/jeux/dae/publication',
    ],
    ['a set was withdrawn', [set('dae', 'ready', { withdrawn: true })], [], '/atelier/jeux/nouveau'],
    ['a published set has changed', [set('dae', 'published', open(true))], [], '/atelier/jeux/dae/publication'],
    ['all is published', [set('dae', 'published', open(false))], [], '/atelier/jeux/nouveau'],
  ])('%s', (_, sets, inbox, href) => {
    expect(nextThing(sets, inbox).href).toBe(href)
  })

  test('of several files whose place is known, the one of the first wish', () => {
    const sets = [set('dae', 'waiting-for-file'), set('parkings', 'waiting-for-file')]
    expect(nextThing(sets, [file('p.csv', 'parkings'), file('d.csv', 'dae')]).title).toContain('« d.csv »')
  })
})

test('the steps after the diagnosis say what is true today', () => {
  const states = (...sets: SetSummary[]) => waysOf(sets).map(({ state }) => state)
  expect(states()).toEqual(['now', 'todo', 'todo', 'later'])
  expect(states(set('a', 'ready'), set('b', 'waiting-for-file'))).toEqual(['now', 'now', 'now', 'later'])
  expect(states(set('a', 'ready'))).toEqual(['done', 'done', 'now', 'later'])
  expect(states(set('a', 'published', open(false)))).toEqual(['done', 'done', 'done', 'now'])
  const [identification, preparation] = waysOf([set('a', 'ready'), set('b', 'waiting-for-file')])
  expect(identification).toMatchObject({ sentence: '2 jeux choisis ; 1 attend son fichier.', done: 1, total: 2 })
  expect(preparation).toMatchObject({ sentence: '1 jeu est prêt.', done: 1, total: 2 })
  const sentences = (...sets: SetSummary[]) => waysOf(sets)[2]
  expect(sentences(set('a', 'ready'))).toMatchObject({
    sentence: '1 jeu prêt attend d’être publié.',
    done: 0,
    total: 1,
  })
  expect(sentences(set('a', 'published', open(false)), set('b', 'ready'), set('c', 'ready'))).toMatchObject({
    sentence: '1 jeu publié sur le portail de la commune. 2 jeux prêts attendent d’être publiés.',
    done: 1,
  })
})

test('where a set stands: a file first, then what is wrong, then what is missing', () => {
  const summary = (more: Partial<Summary>): Summary => ({
    rows: 3,
    conformity: 50,
    errors: 1,
    questions: 0,
    valid: false,
    onlyHoles: false,
    ...more,
  })
  expect(stageOf(0, undefined)).toBe('waiting-for-file')
  expect(stageOf(0, summary({ rows: 0, valid: true }))).toBe('waiting-for-file')
  expect(stageOf(1, undefined)).toBe('to-prepare')
  expect(stageOf(1, summary({}))).toBe('to-prepare')
  expect(stageOf(1, summary({ onlyHoles: true }))).toBe('to-complete')
  expect(stageOf(0, summary({ valid: true, errors: 0 }))).toBe('ready')
  expect(stageOf(1, summary({ valid: true, errors: 0 }), true)).toBe('published')
  expect(stageOf(1, summary({}), true)).toBe('to-prepare')
  expect(stageOf(1, summary({ rows: 0, valid: true }))).toBe('to-prepare')
})

describeStores('the diagnosis, first step of the way', open => {
  test('to begin, begun, done: as the page of the diagnosis counts it', async () => {
    const { world } = await open()
    const { db } = world
    expect(await diagnosisStep(db, '78217')).toMatchObject({
      state: 'todo',
      done: 0,
      total: 25,
      href: '/atelier/diagnostic',
    })
    const at = world.now()
    await db
      .insertInto('diagnosis')
      .values({ insee: '78217', id: 'd', title: 'Diagnostic', opened_at: at, opened_by: 'anne', closed_at: null })
      .execute()
    const answer = (answerer: string, question: string, answer: string) =>
      db
        .insertInto('diagnosis_answer')
        .values({
          ...{ insee: '78217', diagnosis: 'd', answerer, question, answer },
          ...{ answerer_name: answerer, remark: '', answered_at: at },
        })
        .execute()
    await answer('anne', 'forme', '1')
    await answer('anne', 'projet', '')
    await answer('bruno', 'a-jour', '4')
    const begun = await diagnosisStep(db, '78217')
    expect(begun).toMatchObject({ state: 'now', done: 1 })
    expect(begun.sentence).toContain('7 questions notées')
    for (const { id } of SCORED.filter(({ id }) => id !== 'forme')) await answer('anne', id, '2')
    expect(await diagnosisStep(db, '78217')).toMatchObject({
      ...{ state: 'done', done: 8, sentence: '6 + 5 + 4 = 15 points sur 32 : niveau 2, en chemin.' },
    })
  })
})

describeStores('who is waited for', open => {
  test('whoever holds the data of a set that asks something; not of a set that has no row yet', async () => {
    const { world } = await open()
    const sets = [set('a', 'to-prepare', { questions: 3 }), set('b', 'waiting-for-file', { questions: 1 })]
    expect(await waiting(world, '78217', sets)).toMatchObject([{ what: '3 questions sur « a »' }])
    // Asked of somebody, they are her request, and no longer the service's.
    const request = {
      ...{ insee: '78217', id: 'r', mailing: 'r', data_set: 'a', kind: 'questions', asked: '{}', reminders: 0, seq: 1 },
      ...{ to_name: 'Claire', state: 'reminded', created_at: world.now(), created_by: 'Anne', sent_at: world.now() },
    }
    await world.db.insertInto('request').values(request).execute()
    expect(await waiting(world, '78217', sets)).toMatchObject([
      { who: 'Claire', what: 'doit compléter « a »', since: request.sent_at, href: '/atelier/demandes/r' },
    ])
    await world.db.updateTable('request').set({ state: 'answered' }).execute()
    expect(await waiting(world, '78217', sets)).toMatchObject([{ what: '3 questions sur « a »' }])
    const letter = { insee: '78217', id: 'l', kind: 'update-reminder', request: null, state: 'to-review', due_at: null }
    const said = {
      to_name: 'Anne',
      to_mail: '',
      subject: 'Défibrillateurs à mettre à jour',
      body: '',
      attachments: '[]',
    }
    const when = { written_at: world.now(), written_by: 'Carnet', sent_at: null, message: '' }
    await world.db
      .insertInto('letter')
      .values({ ...letter, ...said, ...when })
      .execute()
    expect((await waiting(world, '78217', sets)).at(-1)).toMatchObject({ who: 'Vous', href: '/atelier/carnet-de-bord' })
  })
})
