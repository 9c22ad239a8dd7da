import { expect, test } from 'vitest'
import { readMutant, seedFiles } from './mutants.ts'

/** `npm run fuzz` tries many more, from any seed. */
const ROUNDS = 1_500

test(`${ROUNDS} spoilt files of every format are read truly or refused with one sentence`, async () => {
  const seeds = await seedFiles()
  const faults: string[] = []
  const counts = { read: 0, refused: 0 }
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const { name, outcome } = await readMutant(seeds, seed)
    if (outcome === 'read' || outcome === 'refused') counts[outcome]++
    else faults.push(`seed ${seed}, ${name}: ${outcome}`)
  }
  expect(faults).toEqual([])
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(ROUNDS / 10)
})
