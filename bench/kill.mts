// Kills a writer without notice, a thousand times or as many as asked: npm run kill [-- N]. Reads after each kill what a restart finds (test/kill).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aTown } from '../src/journal/for-tests.ts'
import { openStore } from '../src/store/open.ts'
import { killAndRead } from '../test/kill/kill.ts'

const kills = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'carnet-kill-'))
const { db, blobs, close } = await openStore({ folder })
await aTown({ db, blobs, now: () => new Date().toISOString(), newId: () => '' })
await close()

const started = Date.now()
const { acknowledged, faults } = await killAndRead({ folder }, kills, (done, found) => {
  if (done % 50 === 0) console.log(`${done}/${kills}, ${found.length} faults`)
})
rmSync(folder, { recursive: true, force: true })
rmSync(`${folder}.acks`, { force: true })
for (const fault of faults) console.log(fault)
const seconds = (Date.now() - started) / 1000
console.log(`${kills} kills in ${seconds.toFixed(0)} s: ${acknowledged} acts acknowledged, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
