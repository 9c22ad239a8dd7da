import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { TrashedModel } from '../../contract/sets.ts'
import { record } from '../../journal/record.ts'
import type { Tx } from '../../store/open.ts'
import type { ModelTable } from '../../store/tables.ts'
import type { Actor } from '../../store/world.ts'
import type { PreparationWorld } from '../world.ts'

type Row = Selectable<ModelTable>
type Changed = Partial<Pick<Row, 'title' | 'trashed_at'>>

/** Sets follow a model by its id, which stays: only what people read changes. */
export const renameModel = (world: PreparationWorld, actor: Actor, id: string, title: string): Promise<void> =>
  change(world, actor, id, 'rename-model', async was => ({
    now: { title },
    note: `Modèle « ${was.title} » renommé en « ${title} »`,
  }))

/** Only a model that nothing follows: neither a set nor one that waits in the trash. */
export const trashModel = (world: PreparationWorld, actor: Actor, id: string): Promise<void> =>
  change(world, actor, id, 'trash-model', async ({ title }, tx) => {
    const follower = await tx
      .selectFrom('data_set')
      .select('title')
      .where(is => is.and({ insee: actor.insee, model: id }))
      .orderBy('created_at')
      .executeTakeFirst()
    if (follower)
      throw new Refused(409, `« ${follower.title} » suit ce modèle : tant que ce jeu existe, il en a besoin.`)
    return { now: { trashed_at: world.now() }, note: `Modèle mis à la corbeille : « ${title} »` }
  })

export const restoreModel = (world: PreparationWorld, actor: Actor, id: string): Promise<void> =>
  change(world, actor, id, 'restore-model', async ({ title }) => ({
    now: { trashed_at: null },
    note: `Modèle sorti de la corbeille : « ${title} »`,
  }))

export async function trashedModels({ db }: PreparationWorld, insee: string): Promise<TrashedModel[]> {
  const rows = await db
    .selectFrom('model')
    .select(['id', 'title', 'trashed_at'])
    .where('insee', '=', insee)
    .where('trashed_at', 'is not', null)
    .orderBy('trashed_at', 'desc')
    .execute()
  return rows.map(({ id, title, trashed_at }) => ({ id, title, trashedAt: trashed_at! }))
}

async function change(
  world: PreparationWorld,
  actor: Actor,
  id: string,
  act: string,
  decide: (was: Row, tx: Tx) => Promise<{ readonly now: Changed; readonly note: string }>,
): Promise<void> {
  const mine = { insee: actor.insee, id }
  await record(world, actor, { act, note: '' }, async tx => {
    const was = await tx
      .selectFrom('model')
      .selectAll()
      .where(is => is.and(mine))
      .executeTakeFirst()
    if (!was) throw new Refused(409, 'Seul un modèle fait dans votre commune peut être changé.')
    const { now, note } = await decide(was, tx)
    await tx
      .updateTable('model')
      .set(now)
      .where(is => is.and(mine))
      .execute()
    return { note }
  })
}
