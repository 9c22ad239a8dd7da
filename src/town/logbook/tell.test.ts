import { describe, expect, test } from 'vitest'
import type { Line } from './lines.ts'
import { type ToldSet, tellDay } from './tell.ts'

let seq = 0
const line = (act: string, more: Partial<Line> = {}): Line => ({
  seq: ++seq,
  at: '2026-03-02T08:00:00.000Z',
  by: 'anne',
  name: 'Anne',
  act,
  note: act,
  many: 1,
  undone: false,
  ...more,
})
const DAE: ToldSet = { slug: 'dae', title: 'Défibrillateurs', trashed: false, errors: 0, questions: 0 }
const told = (lines: readonly Line[], set: Partial<ToldSet> = {}): string[] =>
  tellDay(lines, new Map([['dae', { ...DAE, ...set }]])).map(({ text }) => text)

describe('a day is told', () => {
  test('many acts of one person on one set are one sentence, with what is left to do', () => {
    const last = line('cells', { set: 'dae', many: 11 })
    expect(
      told([line('cells', { set: 'dae' }), line('add-row', { set: 'dae' }), last], { seq: last.seq, questions: 3 }),
    ).toEqual(['Anne a préparé « Défibrillateurs » : 12 cases corrigées, 1 ligne ajoutée, 3 questions restent.'])
  })

  test('what is left is not told of a day after which the set changed again', () => {
    const first = line('cells', { set: 'dae' })
    expect(told([first], { seq: first.seq + 1, questions: 3 })).toEqual([
      'Anne a préparé « Défibrillateurs » : 1 case corrigée.',
    ])
  })

  test('a whole way is one sentence, its verbs in order', () => {
    const lines = ['create-set', 'publish', 'fiche', 'add-source'].map(act => line(act, { set: 'dae' }))
    expect(told(lines)).toEqual([
      'Anne a créé, préparé, décrit et publié « Défibrillateurs » : 1 réponse dans la fiche descriptive, 1 fichier ajouté.',
    ])
  })

  test('what was undone is not counted as done, and is told', () => {
    const done = line('cells', { set: 'dae' })
    const undone = line('cells', { set: 'dae', many: 40, undone: true })
    const undo = line('undo', { set: 'dae' })
    expect(told([done, undone, undo])).toEqual([
      'Anne a préparé « Défibrillateurs » : 1 case corrigée, 1 geste annulé.',
    ])
    expect(told([undone, undo])).toEqual(['Anne a essayé autre chose dans « Défibrillateurs » : 1 geste annulé.'])
  })

  test('two persons are two sentences; a link is told by its name', () => {
    const claire = { by: 'link', name: 'Claire, services techniques', set: 'dae' }
    expect(told([line('cells', { set: 'dae' }), line('cells', { ...claire, many: 3 })])).toEqual([
      'Anne a préparé « Défibrillateurs » : 1 case corrigée.',
      'Claire, services techniques, a préparé « Défibrillateurs » : 3 cases corrigées.',
    ])
    expect(told([line('verdict-yes', { ...claire, note: 'Oui, ces données peuvent être ouvertes' })])).toEqual([
      'À propos de « Défibrillateurs » : oui, ces données peuvent être ouvertes – Claire, services techniques.',
    ])
  })

  test('files received are counted and named, other acts keep their words, the same word is said once', () => {
    const files = ['a.xlsx', 'b.csv', 'c.ods'].map(name => line('upload', { note: `Fichier reçu : « ${name} »` }))
    expect(told(files)).toEqual(['Anne a déposé 3 fichiers : « a.xlsx », « b.csv » et « c.ods ».'])
    const twice = [line('invite', { note: 'Bruno est invité' }), line('invite', { note: 'Bruno est invité' })]
    expect(told(twice)).toEqual(['Bruno est invité – Anne.'])
    const many = Array.from({ length: 7 }, (_, at) => line('x', { note: `geste ${at}` }))
    expect(told(many)).toEqual(['geste 0 ; geste 1 ; geste 2 ; geste 3 ; et 3 autres gestes – Anne.'])
  })

  test('sets that were only named are one sentence; what Carnet proposed is told with who works on the set', () => {
    const sets = new Map([
      ['dae', DAE],
      ['vert', { ...DAE, slug: 'vert', title: 'Espaces verts' }],
      ['bus', { ...DAE, slug: 'bus', title: 'Bus' }],
    ])
    const created = ['dae', 'vert', 'bus'].map(set => line('create-set', { set }))
    const proposed = line('propose', { set: 'dae', by: '', name: 'Carnet' })
    const day = tellDay([...created, proposed, line('cells', { set: 'dae' })], sets)
    expect(day.map(({ text }) => text)).toEqual([
      'Anne a créé et préparé « Défibrillateurs » : 1 case corrigée, 1 proposition de Carnet appliquée.',
      'Anne a créé « Espaces verts » et « Bus ».',
    ])
    expect(day[1]!.sets.map(({ slug }) => slug)).toEqual(['vert', 'bus'])
    expect(told([proposed])).toEqual(['Carnet a préparé « Défibrillateurs » : 1 proposition de Carnet appliquée.'])
  })

  test('the logbook does not tell that it was written, nor a mail before it leaves', () => {
    const own = line('text', { note: 'Texte « Carnet de bord du 2 mars 2026 » écrit' })
    expect(told([own, line('letter', { note: 'Courriel préparé' })])).toEqual([])
  })

  test('a set in the trash is named without a way to it; one erased for good has no name', () => {
    const lines = [line('cells', { set: 'dae' })]
    expect(tellDay(lines, new Map([['dae', { ...DAE, trashed: true }]]))).toEqual([
      { text: 'Anne a préparé « Défibrillateurs » : 1 case corrigée.', sets: [] },
    ])
    expect(tellDay(lines, new Map())).toEqual([
      { text: 'Anne a préparé « un jeu effacé » : 1 case corrigée.', sets: [] },
    ])
  })
})
