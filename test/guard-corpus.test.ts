import { describe, expect, test } from 'vitest'
import { DIRECT, isHeldOut, rates, readCorpus, score } from '../bench/guard-score.ts'

/**
 * What the guard is asked: of direct identifiers, 98 % found and 90 % rightly, by cell and by column. Held on the labelled tables that the
 * detectors were tuned on, and on the blind ones, whose totals alone were ever looked at. `npm run bench:guard` says the figures kind by kind.
 */
const corpus = readCorpus()
const direct = (tables: typeof corpus) => rates(score(tables), kind => DIRECT.has(kind))

describe.each([
  { title: 'tuned on', tables: corpus.filter(({ name }) => !isHeldOut(name)), least: 170 },
  { title: 'blind', tables: corpus.filter(({ name }) => isHeldOut(name)), least: 30 },
])('the guard on labelled tables, $title', ({ tables, least }) => {
  const found = direct(tables)

  test('the corpus is there', () => expect(tables.length).toBeGreaterThanOrEqual(least))
  test.each(['recall', 'cellRecall'] as const)('%s is at least 98 %%', name =>
    expect(found[name]).toBeGreaterThanOrEqual(0.98),
  )
  test.each(['precision', 'cellPrecision'] as const)('%s is at least 94 %%', name =>
    expect(found[name]).toBeGreaterThanOrEqual(0.94),
  )
})
