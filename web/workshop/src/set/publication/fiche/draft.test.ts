import { expect, test } from 'vitest'
import type { Fiche, FicheField } from '../../../../../../src/core/fiche/fiche.ts'
import { readFicheValue } from '../../../../../../src/core/fiche/read-value.ts'
import { answerIn, draftOf } from './draft.ts'

const VALUES: Partial<Fiche> = {
  title: 'Arbres de la ville de Brive, 2026',
  description: 'Deux lignes.\nPuis une autre.',
  frequency: 'annual',
  licence: 'lov2',
  contact: { name: 'Mairie', url: 'https://brive.example/contact' },
  keywords: ['arbres', 'nature'],
  temporal: { from: '2020-01-01', to: '2021-12-31' },
  spatial: { insee: '19031', name: 'Brive' },
}

test('what a box holds, opened and saved untouched, is the same; and the server takes it', () => {
  for (const [field, value] of Object.entries(VALUES) as [FicheField, NonNullable<Fiche[FicheField]>][]) {
    const sent = answerIn(field, draftOf({ field, value }))
    expect(readFicheValue(field, sent), field).toEqual({ value })
  }
})

test('a mail, a page, a single day, nothing', () => {
  const contact = (second: string) => answerIn('contact', { text: 'Mairie', second })
  expect(contact('mairie@brive.example')).toEqual({ name: 'Mairie', mail: 'mairie@brive.example' })
  expect(contact('')).toEqual({ name: 'Mairie' })
  expect(answerIn('temporal', { text: '2021-03-01', second: '' })).toEqual({ from: '2021-03-01', to: '2021-03-01' })
  expect(answerIn('title', { text: '  ', second: '' })).toBeNull()
})
