import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { loadAddresses } from '../adapters/addresses/load.ts'
import { loadCommunes } from '../adapters/communes/load.ts'
import { loadModel } from '../adapters/models/load.ts'
import type { Report } from '../core/check/finding.ts'
import { checkTable } from '../core/check/index.ts'
import type { Model } from '../core/models/model.ts'
import { type OpenQuestion, openQuestions, propose, questionsTable } from '../core/propose/index.ts'
import { parseRecipe } from '../core/recipe/parse.ts'
import { rememberIds, replay } from '../core/recipe/replay.ts'
import { type Sources, sourcesOf } from '../core/recipe/sources.ts'
import type { Recipe } from '../core/recipe/step.ts'
import type { Table } from '../core/table/table.ts'
import { readFileSafely } from '../readers/read.ts'
import { writeCsv } from '../writers/csv/write-csv.ts'
import { needed, readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'
import { writeResult } from './output-folder.ts'
import { inWords, type Made } from './prepare-words.ts'
import { READ_OPTIONS, readOptions } from './read-options.ts'
import { townCard, withBox } from './town.ts'

const USAGE =
  'prepare FICHIER... --model MODELE --out DOSSIER [--insee CODE] [--siret N] [--addresses BAN.csv] [--recipe recipe.json] [--earlier recipe.json]'

export const prepare: Verb = async (args, world) => {
  const options = {
    model: { type: 'string' },
    out: { type: 'string' },
    insee: { type: 'string' },
    siret: { type: 'string' },
    addresses: { type: 'string' },
    recipe: { type: 'string' },
    earlier: { type: 'string' },
    ...READ_OPTIONS,
  } as const
  const { values, positionals } = readArguments(args, options, USAGE, [1, Number.POSITIVE_INFINITY])
  const out = needed(values.out, '--out DOSSIER', USAGE)
  const model = await loadModel(needed(values.model, '--model MODELE', USAGE))
  const card = townCard(values.insee, values.siret)
  const sources = await readSources(positionals, values)
  refuseEmpty(sources, positionals)
  const addresses = values.addresses === undefined ? undefined : await loadAddresses(values.addresses, card)
  const town = withBox(card, addresses)
  const known = {
    communes: loadCommunes(),
    ...(town && { town }),
    ...(addresses && { addresses, addressesName: basename(values.addresses!) }),
    ...(values.earlier !== undefined && { earlier: readRecipe(values.earlier) }),
  }
  const made =
    values.recipe === undefined
      ? proposed(sources, model, known)
      : replayed(readRecipe(values.recipe), sources, model, known)
  // The report is about table.csv, as `carnet check` would give it: its first row is line 2.
  const report = checkTable(numbered(made.result.table), model, known)
  const questions = openQuestions(made.result, made.toDecide, report)
  writeResult(out, files(made, report, questions), [
    ...positionals,
    ...[values.recipe, values.addresses, values.earlier].flatMap(path => path ?? []),
  ])
  world.out(inWords(made, report, questions, model, out))
  return report.valid ? 0 : 1
}

const numbered = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((ref, row) => ({ ...ref, line: row + 2 })),
})

const proposed = (sources: Sources, model: Model, known: Parameters<typeof propose>[2]): Made =>
  propose(sources, model, known)

function replayed(
  recipe: Recipe,
  sources: Sources,
  model: Model,
  known: Omit<Parameters<typeof replay>[2], 'model'>,
): Made {
  const result = replay(recipe, sources, { model, ...known })
  return {
    recipe: rememberIds(recipe, result),
    toDecide: recipe.steps.filter(step => step.off),
    result,
    replayed: true,
  }
}

/** Titles and nothing below: a recipe of nothing would say that all is well. */
function refuseEmpty({ tables }: Sources, paths: readonly string[]): void {
  if (tables.some(({ table }) => table.rows.length > 0)) return
  const columns = tables.flatMap(({ table }) => table.columns.map(({ name }) => `« ${name} »`))
  throw new BadCall(
    `Je ne trouve aucune ligne de données dans ${paths.map(path => `« ${basename(path)} »`).join(', ')}, seulement des titres : ${columns.slice(0, 8).join(', ')}.`,
  )
}

async function readSources(paths: readonly string[], flags: Parameters<typeof readOptions>[0]): Promise<Sources> {
  const results = []
  for (const path of paths) results.push(await readFileSafely(path, readOptions(flags)))
  return sourcesOf(results)
}

const readRecipe = (path: string): Recipe => parseRecipe(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))

const files = ({ recipe, result }: Made, report: Report, questions: readonly OpenQuestion[]): Map<string, string> =>
  new Map([
    ['table.csv', writeCsv(result.table)],
    ['recipe.json', `${JSON.stringify(recipe, null, 2)}\n`],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ['questions.csv', writeCsv(questionsTable(questions))],
  ])
