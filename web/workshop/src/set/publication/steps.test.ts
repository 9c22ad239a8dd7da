import { expect, test } from 'vitest'
import type { PublicationState } from '../../../../../src/contract/publication.ts'
import { firstStep, lastWords, stepsOf } from './steps.ts'

const NOTHING: PublicationState = {
  fiche: [],
  guard: { state: 'fresh', findings: [], open: 0 },
  formulas: [],
  formulaCount: 0,
  verdicts: [],
  blockers: [],
  versions: [],
}
const box = { field: 'contact', value: null, from: 'carnet', required: true, question: '', example: '' } as const
const said = (label: string, verdict: 'yes' | 'no' | 'remark', at: string) => ({ label, verdict, at })
const remarks = (state: PublicationState) => stepsOf(state).map(({ remark, state }) => `${remark} (${state})`)
const DATES = { issuedAt: '', modifiedAt: '' }

test('the work starts where something is asked', () => {
  const missing: PublicationState = { ...NOTHING, fiche: [box], guard: { state: 'none', findings: [], open: 0 } }
  expect(firstStep(missing)).toBe('fiche')
  expect(firstStep({ ...missing, fiche: [] })).toBe('personnes')
  expect(firstStep(NOTHING)).toBe('ouvrir')
})

test('each step says what remains in it', () => {
  expect(remarks({ ...NOTHING, blockers: [{ kind: 'fiche', sentence: '', level: 'must' }], fiche: [box] })).toEqual([
    '1 réponse attendue (todo)',
    'rien trouvé (done)',
    'à demander (waiting)',
    '1 point à régler (waiting)',
    'après l’ouverture (waiting)',
  ])
  const open = { slug: 'a', hash: 'h', behind: true, ...DATES }
  expect(remarks({ ...NOTHING, published: open, verdicts: [said('Mme Petit', 'yes', '2')] }).slice(2, 4)).toEqual([
    'donné (done)',
    'à remettre à jour (todo)',
  ])
})

test('the last word of each counts; a remark is no word', () => {
  const verdicts = [said('A', 'remark', '4'), said('A', 'yes', '3'), said('B', 'no', '2'), said('A', 'no', '1')]
  expect(lastWords(verdicts).map(({ label, verdict }) => `${label} ${verdict}`)).toEqual(['A yes', 'B no'])
  expect(remarks({ ...NOTHING, verdicts })[2]).toBe('un non à lire (todo)')
})
