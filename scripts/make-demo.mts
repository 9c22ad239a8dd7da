// Makes demo/files, the example town's messy files. Everything in them is invented; the same script gives the same bytes: npx tsx scripts/make-demo.mts
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDemoFiles } from './make-demo/all.ts'

const FOLDER = 'demo/files'

mkdirSync(FOLDER, { recursive: true })
for (const [name, content] of await makeDemoFiles()) {
  writeFileSync(join(FOLDER, name), content)
  console.log(`${join(FOLDER, name)}  ${content.length} octets`)
}
