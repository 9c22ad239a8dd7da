/**
 * Spoils files at random and reads them: each is read truly or refused with one sentence, in bounded time, and no object of the language
 * is changed. Prints the seed of anything else, with the file kept in the temporary folder. `npm run fuzz [-- rounds [seed]]`
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMutant, seedFiles } from '../test/mutants.ts'

/** Of processor, modules that load on first use included. */
const SLOW_MS = 3_000

const rounds = Number(process.argv[2] ?? 20_000)
const first = Number(process.argv[3] ?? 1)
const seeds = await seedFiles()
const counts = { read: 0, refused: 0, faults: 0 }
for (let seed = first; seed < first + rounds; seed++) {
  const before = process.cpuUsage()
  const { name, bytes, outcome } = await readMutant(seeds, seed)
  const { user, system } = process.cpuUsage(before)
  const slow = (user + system) / 1000 > SLOW_MS
  if (outcome === 'read' || outcome === 'refused') counts[outcome]++
  if (slow || (outcome !== 'read' && outcome !== 'refused')) {
    counts.faults++
    const kept = join(mkdtempSync(join(tmpdir(), 'carnet-fuzz-')), name)
    writeFileSync(kept, bytes)
    console.log(`seed ${seed}, ${kept}: ${slow ? 'slow' : outcome}`)
  }
  if ((seed - first + 1) % 1000 === 0) console.log(`${seed - first + 1} of ${rounds}`, counts)
}
console.log(counts)
process.exitCode = counts.faults > 0 ? 1 : 0
