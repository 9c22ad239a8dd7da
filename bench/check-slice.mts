/** The same file checked three times in this process, first cold then warm: what `bench/check.mts` compares with `tableschema`. */
import { loadModel } from '../src/adapters/models/load.ts'
import { checkFile } from '../src/cli/check-file.ts'

const [file, model] = process.argv.slice(2) as [string, string]
const loaded = await loadModel(model)
const seconds = []
for (let turn = 0; turn < 3; turn++) {
  const start = performance.now()
  await checkFile(file, loaded, {}, {})
  seconds.push((performance.now() - start) / 1000)
}
console.log(JSON.stringify({ cold: seconds[0], warm: Math.min(...seconds) }))
