import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dutyOf } from './duty.ts'
import { AXES, answerInWords, mayAnswer, PARTS, QUESTIONS, SCORED } from './questions.ts'
import { LEVELS, levelOf, lowest, scoreOf, sumInWords } from './score.ts'
import { answeredBy, differences, leadOf } from './voices.ts'

/** Épône's first day: the diary printed 16 under 5, 2 and 7. */
const EPONE = {
  ...{ 'qui-s-en-occupe': '2', 'ce-que-c-est': '1', 'qui-a-quoi': '2' },
  ...{ forme: '1', 'a-jour': '0', 'deja-ouvert': '1' },
  ...{ informer: '4', servir: '3' },
}

describe('the questions', () => {
  test('twenty-five, eight of them scored on three axes, each with its help and its example', () => {
    expect(QUESTIONS).toHaveLength(25)
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(25)
    expect(SCORED).toHaveLength(8)
    expect(AXES.map(({ id }) => SCORED.filter(({ axis }) => axis === id).length)).toEqual([3, 3, 2])
    for (const { text, help, example, short } of QUESTIONS)
      for (const words of [text, help, example, short]) expect(words.length).toBeGreaterThan(8)
    for (const { questions } of PARTS) expect(questions.length).toBeLessThanOrEqual(5)
  })

  test('in plain words', () => {
    const words = JSON.stringify(PARTS)
    expect(words).not.toMatch(/métadonnée|schéma|open ?data|interopérab|\bAPI\b|géocod|maturité|gouvernance|dataset/i)
    expect(words).not.toMatch(/'|\d{2} \d{2}/)
  })

  test('each kind takes its own answers, and the empty one', () => {
    const [scored, choice, text] = ['forme', 'outil', 'projet'].map(id => QUESTIONS.find(one => one.id === id)!)
    expect(['0', '4', '', '5', 'oui', '-1'].map(answer => mayAnswer(scored!, answer))).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ])
    expect(['word', '', 'autre'].map(answer => mayAnswer(choice!, answer))).toEqual([true, true, false])
    expect([mayAnswer(text!, 'Une maison médicale'), mayAnswer(text!, 'x'.repeat(1001))]).toEqual([true, false])
    expect([answerInWords(scored!, '1'), answerInWords(choice!, 'word')]).toEqual(['Des documents Word ou PDF', 'Word'])
  })
})

describe('the sum', () => {
  test('Épône: 5, 2 and 7 make 14', () => {
    const score = scoreOf(EPONE)
    expect(sumInWords(score)).toBe('5 + 2 + 7 = 14')
    expect(score).toMatchObject({ total: 14, most: 32, missing: 0, level: { number: 2 } })
  })

  test('a question without an answer is no zero: it is said missing, and there is no level', () => {
    const { forme: _, ...less } = EPONE
    const score = scoreOf(less)
    expect(score).toMatchObject({ total: 13, most: 28, missing: 1 })
    expect(score.axes[1]).toMatchObject({ points: 1, most: 8, answered: 2, asked: 3 })
    expect(score.level).toBeUndefined()
    expect(scoreOf({})).toMatchObject({ total: 0, most: 0, missing: 8 })
  })

  test('whatever is answered, the axes never disagree with the total, and the level follows it', () => {
    const one = fc.option(fc.constantFrom('0', '1', '2', '3', '4', '', '7', 'oui'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(one, { minLength: 8, maxLength: 8 }), given => {
        const answers = Object.fromEntries(SCORED.flatMap(({ id }, at) => (given[at] ? [[id, given[at]!]] : [])))
        const { axes, total, most, missing, level } = scoreOf(answers)
        expect(axes.reduce((before, { points }) => before + points, 0)).toBe(total)
        expect(most).toBe((8 - missing) * 4)
        expect(total).toBeLessThanOrEqual(most)
        expect(level?.number).toBe(missing > 0 ? undefined : Math.max(1, Math.ceil(total / 8)))
      }),
    )
  })

  test('levels cover 0 to 32 without a hole, and the lowest answers are shown first', () => {
    expect([0, 8, 9, 16, 17, 24, 25, 32].map(total => levelOf(total).number)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
    expect(LEVELS.map(({ from, to }) => to - from)).toEqual([8, 7, 7, 7])
    expect(lowest(EPONE).map(({ id }) => id)).toEqual(['a-jour', 'ce-que-c-est', 'forme'])
  })
})

describe('several people', () => {
  const anne = { id: 'anne', name: 'Anne', answers: EPONE }
  const elected = { id: 'elu', name: 'Une élue', answers: { ...EPONE, projet: 'x', forme: '4' } }
  test('the total of the town is that of whoever opened it, else of whoever answered most', () => {
    expect(leadOf([elected, anne], 'anne')?.id).toBe('anne')
    expect(leadOf([{ ...anne, answers: {} }, elected], 'anne')?.id).toBe('elu')
    expect(leadOf([], 'anne')).toBeUndefined()
    expect(answeredBy(elected)).toBe(9)
  })

  test('where they differ', () => {
    const found = differences([anne, elected])
    expect(found.filter(({ apart }) => apart > 0).map(({ question, points }) => [question.id, points])).toEqual([
      ['forme', [1, 4]],
    ])
    expect(differences([anne]).every(({ apart }) => apart === 0)).toBe(true)
  })
})

test.each<[number | undefined, number | undefined, string]>([
  [7031, 100, 'due'],
  [3500, 50, 'due'],
  [3499, 50, 'close'],
  [7031, 49.9, 'close'],
  [7031, 44, 'not-due'],
  [1139, 80, 'not-due'],
  [1139, undefined, 'not-due'],
  [3400, undefined, 'close'],
  [7031, undefined, 'unknown'],
  [undefined, 80, 'unknown'],
  [undefined, 10, 'not-due'],
  [undefined, undefined, 'unknown'],
])('the duty of a town of %s people and %s agents: %s', (people, agents, answer) => {
  expect(dutyOf(people, agents).answer).toBe(answer)
})
