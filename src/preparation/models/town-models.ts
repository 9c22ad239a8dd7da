import type { z } from 'zod'
import { Refused } from '../../contract/refused.ts'
import type { createModel, ModelChoice } from '../../contract/sets.ts'
import type { Model } from '../../core/models/model.ts'
import { InvalidModel, parseModel } from '../../core/models/parse-model.ts'
import { record } from '../../journal/record.ts'
import type { Actor } from '../../store/world.ts'
import { slugOf } from '../sets/slug.ts'
import type { PreparationWorld } from '../world.ts'
import { findModel, TOWN_PREFIX } from './find.ts'
import { NO_MODEL } from './no-model.ts'

/** National models, Carnet's, then those made in the town. */
export async function listModels({ db, registry }: PreparationWorld, insee: string): Promise<ModelChoice[]> {
  const rows = await db
    .selectFrom('model')
    .selectAll()
    .where('insee', '=', insee)
    .where('trashed_at', 'is', null)
    .where('id', '!=', NO_MODEL)
    .orderBy('title')
    .execute()
  const own = rows.map(row => ({
    ...parseModel(JSON.parse(row.schema), JSON.parse(row.extra), row.id),
    title: row.title,
  }))
  return [...registry.list().map(model => choiceOf(model, model.kind)), ...own.map(model => choiceOf(model, 'town'))]
}

const choiceOf = ({ id, title, description, theme, fields }: Model, kind: ModelChoice['kind']): ModelChoice => ({
  id,
  title,
  description,
  kind,
  ...(theme !== undefined && { theme }),
  fields: fields.length,
})

type Sent = z.infer<typeof createModel>

/** A model made from a sheet, or received from another town: read by the same door as the national ones. */
export async function keepModel(world: PreparationWorld, actor: Actor, sent: Sent): Promise<ModelChoice> {
  const { title, description, schema } = sent
  const extra = { ...sent.extra, title, description }
  const model = parsed({ ...sent, extra })
  const { insee } = actor
  let id = ''
  await record(world, actor, { act: 'create-model', note: `Modèle créé : « ${title} »` }, async tx => {
    id = `${TOWN_PREFIX}${slugOf(title)}`
    const taken = new Set(
      (await tx.selectFrom('model').select('id').where('insee', '=', insee).execute()).map(one => one.id),
    )
    for (let n = 2; taken.has(id); n++) id = `${TOWN_PREFIX}${slugOf(title)}-${n}`
    const texts = { schema: JSON.stringify(schema), extra: JSON.stringify(extra) }
    await tx
      .insertInto('model')
      .values({ insee, id, title, ...texts, created_at: world.now() })
      .execute()
    return undefined
  })
  return choiceOf({ ...model, id }, 'town')
}

function parsed({ schema, extra }: Pick<Sent, 'schema' | 'extra'>): Model {
  try {
    return parseModel(schema, extra, 'ville')
  } catch (error) {
    if (error instanceof InvalidModel) throw error
    if (error instanceof Error && error.name.endsWith('ZodError'))
      throw new Refused(
        422,
        'Ce modèle est mal écrit : les explications de ses colonnes ne sont pas comme Carnet les attend.',
      )
    throw error
  }
}

/** What is shared with another town: `POST /models/import` takes it. */
export async function modelFile(
  world: PreparationWorld,
  insee: string,
  id: string,
): Promise<{ name: string; file: Sent }> {
  const row = await world.db
    .selectFrom('model')
    .selectAll()
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  if (!row) {
    await findModel(world, insee, id)
    throw new Refused(409, 'Ce modèle est déjà dans Carnet : toute commune l’a, il n’y a pas à le partager.')
  }
  const { title, schema, extra } = row
  const own = JSON.parse(extra) as Sent['extra'] & { description?: string }
  return {
    name: `${slugOf(title)}.modele.json`,
    file: { title, description: own.description ?? '', schema: JSON.parse(schema) as Sent['schema'], extra: own },
  }
}
