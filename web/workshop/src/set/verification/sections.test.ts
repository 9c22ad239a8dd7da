import { describe, expect, test } from 'vitest'
import type { ReportGroup, ReportView } from '../shared/tab-view.ts'
import { conformitySentence, sectionsOf, verdictSentence } from './sections.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')
const group = (level: ReportGroup['level'], count: number): ReportGroup => ({
  id: level,
  level,
  code: 'type-error',
  column: 'nom',
  title: '',
  count,
  columnTitle: 'Nom',
  examples: [],
})
const report: ReportView = {
  valid: false,
  model: { id: 'essai', version: '1' },
  rows: 300,
  fields: 26,
  conformity: 99.1,
  wrongCells: 97,
  groups: [group('error', 97), group('warning', 58)],
  general: [
    { level: 'error', code: 'missing-label', row: null, column: 'id', value: null, message: '' },
    { level: 'advice', code: 'incorrect-label-order', row: null, column: null, value: null, message: '' },
  ],
}

describe('report in sections', () => {
  test('what blocks comes first, empty levels are not shown', () => {
    expect(sectionsOf(report).map(({ level, groups, general }) => [level, groups.length, general.length])).toEqual([
      ['error', 1, 1],
      ['warning', 1, 0],
      ['advice', 0, 1],
    ])
    expect(sectionsOf({ ...report, groups: [], general: [] })).toEqual([])
  })

  test('one plain sentence', () => {
    expect(verdictSentence(report)).toBe(
      'Encore 97 cases et 1 remarque sur les colonnes à corriger avant de pouvoir publier.',
    )
    expect(verdictSentence({ ...report, valid: true })).toContain('peut être publié')
    expect(verdictSentence({ ...report, rows: 0, valid: true })).toContain('aucune ligne')
  })

  test('the percent is explained', () => {
    expect(plain(conformitySentence(report))).toBe('Sur 7 800 cases relues, 99,1 % sont comme le modèle les attend.')
  })
})
