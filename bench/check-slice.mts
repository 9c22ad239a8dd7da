/** One cold check of a file in this process, its modules loaded: what `bench/check.mts` compares with `tableschema`. */
import { loadModel } from '../src/adapters/models/load.ts'
import { checkFile } from '../src/cli/check-file.ts'

const [file, model] = process.argv.slice(2) as [string, string]
const loaded = await loadModel(model)
const start = performance.now()
const report = await checkFile(file, loaded, {}, {})
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, answer: `${report.rows} rows` }))
