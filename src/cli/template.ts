import { existsSync, writeFileSync } from 'node:fs'
import { loadModel } from '../adapters/models/load.ts'
import { writeTemplate } from '../writers/template/write-template.ts'
import { needed, readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'

const USAGE = 'template MODELE --out FICHIER.xlsx|FICHIER.ods'

export const template: Verb = async (args, world) => {
  const { values, positionals } = readArguments(args, { out: { type: 'string' } }, USAGE, [1, 1])
  const out = needed(values.out, '--out FICHIER.xlsx', USAGE)
  const format = /\.(xlsx|ods)$/i.exec(out)?.[1]?.toLowerCase()
  if (format !== 'xlsx' && format !== 'ods')
    throw new BadCall(`J'ai lu « ${out} » ; j'attendais un nom de fichier en .xlsx ou .ods.`)
  if (existsSync(out)) throw new BadCall(`« ${out} » existe déjà : je ne l'écrase pas. Choisissez un autre nom.`)
  const model = await loadModel(positionals[0]!)
  writeFileSync(out, await writeTemplate(model, format), { flag: 'wx' })
  world.out(`Feuille de collecte « ${model.title} » écrite dans ${out} : ${model.fields.length} colonnes.\n`)
  return 0
}
