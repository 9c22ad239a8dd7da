import { basename, dirname, extname } from 'node:path'
import { loadModel } from '../adapters/models/load.ts'
import type { Model } from '../core/models/model.ts'
import { collectionSheet } from '../writers/collection-sheet/collection-sheet.ts'
import { workbookToOds } from '../writers/ods/workbook-to-ods.ts'
import { workbookToXlsx } from '../writers/xlsx/workbook-to-xlsx.ts'
import { needed, readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'
import { writeResult } from './output-folder.ts'

const USAGE = 'template MODELE --out FICHIER.xlsx|FICHIER.ods'

export const template: Verb = async (args, world) => {
  const { values, positionals } = readArguments(args, { out: { type: 'string' } } as const, USAGE, [1, 1])
  const out = needed(values.out, '--out FICHIER.xlsx', USAGE)
  const write = writerOf(out)
  const model = await loadModel(positionals[0]!)
  writeResult(dirname(out), new Map([[basename(out), await write(model)]]), [])
  const required = model.fields.filter(field => field.constraints.required).length
  world.out(
    `Feuille de collecte « ${model.title} » écrite dans ${out} : ${model.fields.length} colonnes, dont ${required} obligatoires.\n`,
  )
  return 0
}

function writerOf(out: string): (model: Model) => Promise<Uint8Array> | Uint8Array {
  switch (extname(out).toLowerCase()) {
    case '.xlsx':
      return model => workbookToXlsx(collectionSheet(model))
    case '.ods':
      return model => workbookToOds(collectionSheet(model))
    default:
      throw new BadCall(`J'ai lu --out « ${out} » ; j'attendais un nom qui finit par .xlsx ou .ods.`)
  }
}
