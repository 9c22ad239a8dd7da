import { loadModel, loadRegistry } from '../adapters/models/load.ts'
import type { Field, Model } from '../core/models/model.ts'
import { toTableSchema } from '../core/models/to-table-schema.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'

const USAGE = 'models [MODELE] [--json]'

export const models: Verb = async (args, world) => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } } as const, USAGE, [0, 1])
  const [name] = positionals
  if (name === undefined) world.out(values.json ? asJson(loadRegistry().list().map(card)) : list(loadRegistry().list()))
  else {
    const model = await loadModel(name)
    world.out(values.json ? asJson(toTableSchema(model)) : describe(model))
  }
  return 0
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const card = ({ id, alias, version, title, kind, theme, fields }: Model) => ({
  id,
  ...(alias !== undefined && { alias }),
  version,
  title,
  kind,
  ...(theme !== undefined && { theme }),
  fields: fields.length,
  required: fields.filter(field => field.constraints.required).length,
})

const KINDS: Record<Model['kind'], string> = {
  national: 'Modèles nationaux',
  carnet: 'Modèles Carnet (pas des normes)',
  foreign: 'Autres modèles',
}

function list(all: readonly Model[]): string {
  const width = Math.max(...all.map(model => (model.alias ?? model.id).length))
  const line = ({ id, alias, title }: Model) =>
    `  ${(alias ?? id).padEnd(width)}  ${title}${alias === undefined ? '' : ` (${id})`}`
  const group = (kind: Model['kind']) => {
    const those = all.filter(model => model.kind === kind)
    return those.length === 0 ? [] : [`${KINDS[kind]} :`, ...those.map(line), '']
  }
  return `${[...group('national'), ...group('carnet'), 'Pour un modèle : carnet models NOM'].join('\n')}\n`
}

function describe(model: Model): string {
  const { title, id, version, kind, description, fields, remarks } = model
  return [
    `${title} (${id}, version ${version || 'non indiquée'})`,
    ...(kind === 'carnet' ? ['Modèle Carnet, pas une norme.'] : []),
    ...(description ? [description] : []),
    '',
    ...fields.map(describeField),
    ...remarks.map(remark => `À savoir : ${remark}`),
    '',
  ].join('\n')
}

const describeField = ({ name, title, meaning, description, examples, constraints }: Field): string =>
  [
    `  ${name}${constraints.required ? ' (obligatoire)' : ''}${title && title !== name ? ` : ${title}` : ''}`,
    ...((meaning ?? description) ? [`      ${meaning ?? description}`] : []),
    ...(examples[0] ? [`      Exemple : ${examples[0]}`] : []),
  ].join('\n')
