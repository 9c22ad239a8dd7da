import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AWARENESS_TEXTS, COURSES, cardsOf, quizOf, quizProblem } from '../../contract/awareness.ts'
import { atTown, ofTown } from '../../core/places/communes/of-town.ts'
import { ANNE } from '../../journal/for-tests.ts'
import { DEFIBRILLATEURS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { typeset } from '../../publication/kit/typeset.ts'
import { textVersions } from '../../publication/texts/texts.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import type { AwarenessFacts } from './facts.ts'
import { KINDS, readAwareness, readAwarenessText, writeAwarenessText } from './texts.ts'

const facts = (town: string, sets: number): AwarenessFacts => ({
  ...{ town, of: ofTown(town), at: atTown(town), portal: 'https://carnet.epone.fr' },
  sets: Array.from({ length: sets }, (_, at) => ({
    ...{ title: `Jeu ${at + 1}`, rows: at * 700, address: `https://carnet.epone.fr/jeux/s${at}` },
  })),
})
const anyFacts = fc
  .tuple(fc.constantFrom('Épône', 'Le Havre', 'Les Mureaux', 'La Rochelle', 'Houilles'), fc.integer({ min: 0, max: 9 }))
  .map(([town, sets]) => facts(town, sets))

describe('texts of the awareness kit, for any town', () => {
  test.each(AWARENESS_TEXTS.map(({ name }) => name))('%s is French, whole, and without jargon', name => {
    fc.assert(
      fc.property(anyFacts, given => {
        const text = typeset(KINDS[name].write(given))
        expect(text).not.toMatch(/undefined|null|\[object|NaN/)
        expect(text).not.toMatch(/métadonnée|schéma|open ?data|interopérab|\bAPI\b|licence|JSON|dataset/i)
        expect(text).not.toMatch(/(?<![\p{L}-])(de|que|le|la|ne|se|je) (?=[aeiouyàâéèêëîïôöûùAEIOUYÀÂÉÈÊ])/u)
        expect(text).not.toMatch(/(^|[\s«])(à|de) (le|les|Le|Les) (?=[A-ZÉ])/)
        expect(text).not.toMatch(/'| [:;?!»]|« | {2}|\.\.(?!\.)| ,|\( /)
      }),
      { numRuns: 8 },
    )
  })

  test.each(COURSES)(
    'the course %s: 9 or 10 short cards, from the law to an inhabitant’s day, in ten minutes',
    name => {
      for (const sets of [0, 1, 6]) {
        const body = KINDS[name].write(facts('Épône', sets))
        const cards = cardsOf(body)
        expect(cards.length).toBeGreaterThanOrEqual(8)
        expect(cards.length).toBeLessThanOrEqual(10)
        const titles = cards.map(({ title }) => title)
        expect(titles.indexOf('Ce que dit la loi')).toBeLessThan(titles.indexOf('La journée d’une habitante'))
        // Read aloud, 130 words a minute: half of the ten minutes; the rest is talk and questions.
        expect(body.split(/\s+/).length).toBeLessThan(130 * 6)
      }
    },
  )

  test.each(COURSES)('the quiz of %s can be played: five questions, one right answer each, explained', name => {
    const body = KINDS[`quiz-${name}`].write(facts('Épône', 0))
    expect(quizProblem(body)).toBeUndefined()
    const questions = quizOf(body)
    expect(questions).toHaveLength(5)
    for (const { choices, why } of questions) expect([choices.length, why.length > 30]).toEqual([3, true])
    // The right answer is not always in the same place.
    const places = questions.map(({ choices }) => choices.findIndex(({ right }) => right))
    expect(new Set(places).size).toBeGreaterThan(1)
  })

  test('the seminar: the elected, then those who lead, then the agents; its minutes add up', () => {
    const body = KINDS.deroule.write(facts('Épône', 0))
    const meetings = [...body.matchAll(/^## \d\. (.*?) \((\d+) minutes\)$/gm)]
    expect(meetings.map(([, title]) => title)).toEqual(['Les élus, entre eux', 'Les chefs de service', 'Les agents'])
    for (const [heading, , minutes] of meetings) {
      const after = body.slice(body.indexOf(heading!)).split('\n## ')[0]!.slice(0)
      const steps = [...after.matchAll(/De (\d+) à (\d+) min/g)].map(([, from, to]) => [Number(from), Number(to)])
      expect(steps[0]![0]).toBe(0)
      expect(steps.at(-1)![1]).toBe(Number(minutes))
      for (const [at, [from]] of steps.entries()) if (at > 0) expect(from).toBe(steps[at - 1]![1])
    }
  })
})

test.each([
  ['rien', 'aucune question'],
  ['# Seule ?\n- oui', 'au moins deux'],
  ['# Laquelle ?\n- oui\n- non', 'avec 0 bonne réponse'],
  ['# Laquelle ?\n- [x] oui\n- [x] non', 'avec 2 bonne réponse'],
])('a quiz that cannot be played says why: %j', (body, why) => {
  expect(quizProblem(body)).toContain(why)
})

describeStores('awareness kit', open => {
  test('it follows the open sets until somebody writes; her words stay, what would be new is shown', async () => {
    const { world } = await open()
    const kit = { ...world, publicUrl: 'https://carnet.epone.fr' }
    await publishForTests(world, DEFIBRILLATEURS)
    const before = await readAwarenessText(kit, '78217', 'agents')
    expect(before.body).toContain('Chez nous, un jeu de données')
    expect(before.body).toContain('3 lignes. https://carnet.epone.fr/jeux/defibrillateurs')
    await writeAwarenessText(kit, ANNE, 'agents', { body: '# Bonjour\n\nÀ nous.', seen: 0 })
    const bad = writeAwarenessText(kit, ANNE, 'quiz-agents', { body: '# Bonjour', seen: 0 })
    await expect(bad).rejects.toThrow('au moins deux')
    const { sets, texts } = await readAwareness(kit, '78217')
    expect([sets, texts.length]).toEqual([1, 7])
    expect(texts.find(({ name }) => name === 'agents')).toMatchObject({ body: '# Bonjour\n\nÀ nous.', version: 1 })
    await publishForTests(world, { ...DEFIBRILLATEURS, slug: 'autres' })
    expect((await readAwarenessText(kit, '78217', 'agents')).newProposal).toContain('deux jeux de données')
    expect(await textVersions(world.db, '78217', 'sensibiliser/agents')).toHaveLength(1)
    await expect(readAwarenessText(kit, '78217', 'autre')).rejects.toThrow('pas dans les parcours')
  })
})
