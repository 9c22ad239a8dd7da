import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'

/** What a page offers besides the language itself: no `process`, no `Buffer`, no `require`. */
const PAGE = { URL, TextEncoder, TextDecoder, console }

const ENTRY = `
  export { propose, openQuestions } from './src/core/propose/index.ts'
  export { checkTable } from './src/core/check/index.ts'
  export { parseModel } from './src/core/models/parse-model.ts'
  export { sourceOf } from './src/core/recipe/sources.ts'
  export { tableFromRows, columnNames } from './src/core/table/table.ts'
  export { readHours } from './src/core/hours/read-hours.ts'
`

let page: ReturnType<typeof createContext>

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'carnet',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  page = createContext({ ...PAGE })
  runInContext(outputFiles[0]!.text, page)
})

const inPage = (script: string): unknown => JSON.parse(runInContext(`JSON.stringify(${script})`, page) as string)

test('the core proposes, replays and checks where there is no Node', () => {
  const answer = inPage(`(() => {
    const model = carnet.parseModel({ fields: [
      { name: 'nom', type: 'string', constraints: { required: true } },
      { name: 'date_maj', type: 'date' },
      { name: 'telephone', type: 'string', constraints: { pattern: '^\\\\+33\\\\d{9}$' } },
    ] })
    const messy = carnet.tableFromRows(['Nom', 'Date MAJ', 'Téléphone'], [['Parc', '17/10/2021', '01 99 00 12 34']])
    const made = carnet.propose(carnet.sourceOf(messy), model)
    return { cells: made.result.table.columns.map(column => column.cells), valid: carnet.checkTable(made.result.table, model).valid }
  })()`)
  expect(answer).toEqual({ cells: [['Parc'], ['2021-10-17'], ['+33199001234']], valid: true })
})

test('and reads opening hours', () => {
  expect(inPage(`carnet.readHours('du mardi au samedi de 9h à 12h30')`)).toMatchObject({
    status: 'certain',
    value: 'Tu-Sa 09:00-12:30',
  })
})
