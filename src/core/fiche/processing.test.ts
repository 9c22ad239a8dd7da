import { expect, test } from 'vitest'
import { parseModel } from '../models/parse-model.ts'
import type { Step } from '../recipe/step.ts'
import { processingOf } from './processing.ts'

const model = parseModel({
  fields: [{ name: 'nom', title: 'Enseigne' }, { name: 'ouverture', title: 'Ouverture' }, { name: 'tel' }],
})
const recipe = (...steps: Step[]) => steps.map((step, at) => ({ id: `s${at}`, step, reason: 'M. Durand le veut' }))

const STEPS = recipe(
  { type: 'select-table', source: 'liste Mme Durand.xlsx', sheet: 'Durand' },
  { type: 'map', columns: [{ from: 'NOM Durand', to: 'nom' }] },
  { type: 'normalise', column: 'ouverture', kind: 'date' },
  { type: 'normalise', column: 'tel', kind: 'date' },
  { type: 'replace-values', column: 'nom', values: [{ from: 'Durand', to: 'Boulangerie' }] },
  { type: 'add-constant', column: 'nom', value: 'Durand' },
  { type: 'filter', column: 'nom', keep: { type: 'not-in', values: ['Durand'] } },
  { type: 'merge', source: 'liste Durand.xlsx', key: 'auto', prefer: 'left', keep: 'both' },
  { type: 'drop', columns: ['Durand'] },
  {
    type: 'by-hand',
    corrections: [{ row: { key: { nom: 'Durand' } }, column: 'nom', was: 'Durand', to: 'x' }],
    deleted: [],
    added: [
      { id: 'a', cells: { nom: 'Durand' } },
      { id: 'b', cells: {} },
    ],
  },
)

test('what was done, in plain words, without any value of the data', () => {
  const text = processingOf(STEPS, model, [
    { column: 'tel', answer: 'drop' },
    { column: 'nom', answer: 'generalise' },
  ])
  expect(text.split('\n')).toEqual([
    'Met les dates au format 2021-03-05, dans les colonnes « Ouverture » et « tel ».',
    'Donne à une colonne le nom du modèle.',
    'Écrit d’une seule façon ce qui veut dire la même chose, dans la colonne « Enseigne ».',
    'Remplit d’une même valeur la colonne « Enseigne ».',
    'Ne garde qu’une partie des lignes, d’après la colonne « Enseigne ».',
    'Complète les lignes avec celles d’un autre tableau, et ajoute les nouvelles.',
    'Retire une colonne qui ne sert pas.',
    'Relu à la main : 1 case corrigée, 2 lignes ajoutées.',
    'Pour protéger les personnes, n’ouvre pas la colonne « tel ».',
    'Pour protéger les personnes, rend moins précis ce qui est dans la colonne « Enseigne ».',
  ])
  expect(text).not.toContain('Durand')
})

test('steps switched off are not told; nothing done, nothing said', () => {
  expect(
    processingOf(
      STEPS.map(step => ({ ...step, off: true as const })),
      model,
    ),
  ).toBe('')
})
