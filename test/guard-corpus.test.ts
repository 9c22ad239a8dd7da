import { describe, expect, test } from 'vitest'
import { DIRECT, isHeldOut, rates, readCorpus, score } from '../bench/guard-score.ts'

/**
 * What the guard is asked: of direct identifiers, 98 % found and 90 % rightly, by cell and by column. Held on the labelled tables that the detectors
 * were tuned on. The fresh and blind tables, which nobody tuned on, are measured by `npm run bench:guard`, which says how far they are.
 */
describe('the guard on labelled tables', () => {
  const tuned = readCorpus().filter(({ name }) => !isHeldOut(name))
  const found = rates(score(tuned), kind => DIRECT.has(kind))

  test('the corpus is there', () => expect(tuned.length).toBeGreaterThan(100))
  test.each(['recall', 'cellRecall'] as const)('%s is at least 98 %', name =>
    expect(found[name]).toBeGreaterThanOrEqual(0.98),
  )
  test.each(['precision', 'cellPrecision'] as const)('%s is at least 90 %', name =>
    expect(found[name]).toBeGreaterThanOrEqual(0.9),
  )
})
