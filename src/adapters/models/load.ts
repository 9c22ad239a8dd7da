import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type CarnetExtra, carnetExtra, inheritFields } from '../../core/models/carnet-extra.ts'
import type { Model } from '../../core/models/model.ts'
import { InvalidModel, parseModel } from '../../core/models/parse-model.ts'
import { createRegistry, type Registry } from '../../core/models/registry.ts'
import { safeFetchText } from '../http/safe-fetch.ts'
import { findInPackage } from '../package/find.ts'

let loaded: Registry | undefined

/** Every model of the package, read once. */
export function loadRegistry(): Registry {
  return (loaded ??= createRegistry(readFolder(findInPackage('models'))))
}

/** A built-in model by its id or alias; else a Table Schema from a path, or from an address in https. Throws `InvalidModel`. */
export async function loadModel(idOrPathOrUrl: string): Promise<Model> {
  const builtIn = loadBuiltIn(idOrPathOrUrl)
  if (builtIn) return builtIn
  if (/^https?:\/\//i.test(idOrPathOrUrl)) return foreign(await safeFetchText(idOrPathOrUrl), idOrPathOrUrl)
  if (statSync(idOrPathOrUrl, { throwIfNoEntry: false })?.isDirectory())
    throw new InvalidModel(`« ${idOrPathOrUrl} » est un dossier ; j'attendais un fichier JSON (Table Schema).`)
  if (/[\\/]|\.json$/i.test(idOrPathOrUrl) || existsSync(idOrPathOrUrl))
    return foreign(readFileSync(idOrPathOrUrl, 'utf8'), idOrPathOrUrl)
  throw new InvalidModel(
    `Je ne connais pas le modèle « ${idOrPathOrUrl} ». « carnet models » donne la liste ; un chemin de fichier ou une adresse conviennent aussi.`,
  )
}

/** One folder is enough when the name is a folder's: a short command does not parse sixty models. */
function loadBuiltIn(name: string): Model | undefined {
  const folder = findInPackage('models')
  if (/^[\w-]+$/.test(name) && existsSync(join(folder, name, 'schema.json'))) return readModel(folder, name)
  return /^[\w-]+$/.test(name) ? loadRegistry().find(name) : undefined
}

const readFolder = (folder: string): Model[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(folder, entry.name, 'schema.json')))
    .map(entry => readModel(folder, entry.name))

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const readModel = (folder: string, id: string): Model =>
  parseModel(readJson(join(folder, id, 'schema.json')), readExtra(folder, id), id)

/** Carnet's own words for a model, with those of the model that it extends. */
function readExtra(folder: string, id: string): CarnetExtra {
  const extra = carnetExtra.parse(readJson(join(folder, id, 'carnet.json')))
  return extra.extends === undefined ? extra : inheritFields(extra, readExtra(folder, extra.extends))
}

function foreign(text: string, origin: string): Model {
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new InvalidModel(`« ${origin} » n'est pas un modèle lisible : j'attendais un fichier JSON (Table Schema).`)
  }
  try {
    return parseModel(raw)
  } catch (error) {
    if (error instanceof InvalidModel) throw new InvalidModel(`« ${basename(origin)} » : ${error.message}`)
    throw error
  }
}
