import { expect, test } from 'vitest'
import { comparisonSentence, heldSentence } from './sentences.ts'

const none = { added: 0, gone: 0, changed: 0, lost: 0 }

test('what changes, in one sentence', () => {
  expect(comparisonSentence({ counts: none, same: 240 })).toBe(
    'Ce fichier ne change rien : toutes les lignes sont les mêmes',
  )
  expect(comparisonSentence({ counts: { ...none, added: 2, gone: 1 }, same: 240 })).toBe(
    '2 lignes nouvelles et 1 ligne partie ; 240 restent les mêmes',
  )
})

test('corrections by hand', () => {
  expect(heldSentence({ held: 0, counts: none })).toContain('Aucune correction')
  expect(heldSentence({ held: 3, counts: none })).toBe(
    '3 corrections à la main retrouvent leur ligne : rien à refaire.',
  )
  expect(heldSentence({ held: 1, counts: { ...none, lost: 1 } })).toBe(
    '1 correction à la main retrouve sa ligne ; 1 ne la retrouve pas.',
  )
})
