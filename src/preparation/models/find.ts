import { Refused } from '../../contract/refused.ts'
import type { Model } from '../../core/models/model.ts'
import { parseModel } from '../../core/models/parse-model.ts'
import type { Registry } from '../../core/models/registry.ts'
import type { Database } from '../../store/open.ts'

/** Ids of the models that towns make. */
export const TOWN_PREFIX = 'ville-'

/** A national model, one of Carnet's, or one made in the town. */
export async function findModel(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  insee: string,
  id: string,
): Promise<Model> {
  const model = id.startsWith(TOWN_PREFIX) ? await townModel(db, insee, id) : registry.find(id)
  if (!model) throw new Refused(404, 'Ce modèle n’est pas dans la liste.')
  return model
}

async function townModel(db: Database, insee: string, id: string): Promise<Model | undefined> {
  const row = await db
    .selectFrom('model')
    .select(['schema', 'extra', 'title'])
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  return row && { ...parseModel(JSON.parse(row.schema), JSON.parse(row.extra), id), title: row.title }
}
