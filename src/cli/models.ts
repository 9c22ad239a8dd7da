import { loadModel, loadRegistry } from '../adapters/models/load.ts'
import type { Model } from '../core/models/model.ts'
import { toTableSchema } from '../core/models/to-table-schema.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'

const USAGE = 'models [MODELE] [--json]'

export const models: Verb = async (args, world) => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, USAGE, [0, 1])
  if (positionals[0] !== undefined) {
    const model = await loadModel(positionals[0])
    world.out(values.json ? `${JSON.stringify(toTableSchema(model), null, 2)}\n` : inWords(model))
    return 0
  }
  const all = (await loadRegistry()).list()
  world.out(values.json ? `${JSON.stringify(all.map(summary), null, 2)}\n` : `${all.map(line).join('\n')}\n`)
  return 0
}

const summary = ({ id, alias, version, title, kind, theme, fields }: Model) => ({
  id,
  alias,
  version,
  title,
  kind,
  theme,
  fields: fields.length,
})

const line = (model: Model): string =>
  `${(model.alias ? `${model.id} (${model.alias})` : model.id).padEnd(52)} ${model.title}${label(model)}`

const label = ({ kind, version }: Model): string =>
  kind === 'carnet' ? ' — modèle Carnet, pas une norme' : ` — version ${version}`

function inWords(model: Model): string {
  return [
    `${model.title}${label(model)}`,
    model.description,
    '',
    ...model.fields.map(
      field =>
        `  ${field.name}${field.constraints.required ? ' (obligatoire)' : ''} : ${field.meaning ?? field.title ?? ''}${example(field.examples)}`,
    ),
    ...model.remarks.map(remark => `À savoir : ${remark}`),
    '',
  ].join('\n')
}

const example = (examples: readonly string[]): string => (examples[0] ? ` Exemple : ${examples[0]}` : '')
