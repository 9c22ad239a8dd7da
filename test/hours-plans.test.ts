import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameHours } from '../src/core/hours/evaluate.ts'
import { readHours } from '../src/core/hours/read-hours.ts'
import { writeHours } from '../src/core/hours/write-hours.ts'
import { plan, sayPlan, valueOfPlan } from './hours-plans.ts'

const certainOf = (text: string): string | undefined => {
  const reading = readHours(text)
  return reading.status === 'certain' ? reading.value : undefined
}

describe('weeks of hours, drawn at random', () => {
  test('said in many ways, each is read as it is', () => {
    fc.assert(
      fc.property(plan, fc.infiniteStream(fc.nat(1000)), (week, choices) => {
        const phrase = sayPlan(week, count => choices.next().value! % count)
        const read = certainOf(phrase)
        expect(read, phrase).toBeDefined()
        expect(sameHours(read!, valueOfPlan(week)), `${phrase} → ${read}, not ${valueOfPlan(week)}`).toBe(true)
      }),
      { numRuns: 120, seed: 20260105 },
    )
  })

  test('written in French, each reads back the same', () => {
    fc.assert(
      fc.property(plan, week => {
        const value = valueOfPlan(week)
        const written = writeHours(value)
        const text = written.status === 'written' ? written.text : ''
        const back = certainOf(text)
        expect(back, text).toBeDefined()
        expect(sameHours(back!, value), `${text} → ${back}`).toBe(true)
      }),
      { numRuns: 40, seed: 20260106 },
    )
  })
})
