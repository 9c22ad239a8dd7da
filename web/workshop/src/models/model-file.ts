import { draftOfModel, type ModelDraft } from '../../../../src/core/models/draft.ts'
import { InvalidModel, parseModel } from '../../../../src/core/models/parse-model.ts'

/** A model that somebody shared: Carnet's own file, or a bare Table Schema. Throws `InvalidModel`, one French sentence. */
export function readModelFile(text: string): ModelDraft {
  const json = parsed(text)
  const ours = isRecord(json) && isRecord(json.schema)
  const model = safely(() => (ours ? parseModel(json.schema, json.extra) : parseModel(json)))
  const draft = draftOfModel(model)
  if (!ours) return draft
  const title = typeof json.title === 'string' ? json.title : draft.title
  return { ...draft, title, description: typeof json.description === 'string' ? json.description : draft.description }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new InvalidModel(
      'Ce fichier n’est pas un modèle : j’attendais celui que Carnet donne avec « Partager ce modèle ».',
    )
  }
}

function safely<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof InvalidModel) throw error
    throw new InvalidModel(
      'Ce modèle est mal écrit : les explications de ses colonnes ne sont pas comme Carnet les attend.',
    )
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
