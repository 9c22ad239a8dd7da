// The readers that `bench/check.mts` compares with, each in a process of its own: `node bench/csv-rivals.mjs NAME FILE [SCHEMA]`.
import { createReadStream, readFileSync } from 'node:fs'

const RIVALS = {
  /** Only the bytes. */
  async bytes(file) {
    let size = 0
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) size += chunk.length
    return size
  },
  async 'papaparse, streaming'(file) {
    const { default: Papa } = await import('papaparse')
    let rows = 0
    const parser = createReadStream(file).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}))
    for await (const _ of parser) rows++
    return rows
  },
  async 'papaparse, whole text'(file) {
    const { default: Papa } = await import('papaparse')
    let rows = 0
    Papa.parse(readFileSync(file, 'utf8'), { step: () => void rows++ })
    return rows
  },
  async 'uDSV, whole text'(file) {
    const { inferSchema, initParser } = await import('udsv')
    const text = readFileSync(file, 'utf8')
    return initParser(inferSchema(text)).stringArrs(text).length
  },
  async 'DuckDB read_csv'(file) {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create()).connect()
    const path = file.replaceAll("'", "''")
    const answer = await connection.runAndReadAll(
      `select count(*), count(columns(*)) from read_csv('${path}', header = true, all_varchar = true)`,
    )
    return Number(answer.getRows()[0][0])
  },
  /** As the package is used: its own reading of the file, every row cast, every error kept. */
  async tableschema(file, schemaFile) {
    const { Table } = await import('tableschema')
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
    const seconds = []
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now()
      const table = await Table.load(file, { schema })
      const rows = await table.read({ forceCast: true })
      seconds.push((performance.now() - start) / 1000)
      if (rows.length < 1000) throw new Error(`tableschema gave ${rows.length} rows`)
    }
    return { cold: seconds[0], warm: Math.min(...seconds) }
  },
}

const [name, ...files] = process.argv.slice(2)
const start = performance.now()
const answer = await RIVALS[name](...files)
console.log(
  JSON.stringify(typeof answer === 'object' ? answer : { seconds: (performance.now() - start) / 1000, answer }),
)
