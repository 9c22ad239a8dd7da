import type { z } from 'zod'
import type { changeSet as changeSetSent, createSet as createSetSent, SetFacts } from '../../contract/sets.ts'
import { record } from '../../journal/record.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { changeSet, type PlanDone } from '../acts/do-plan.ts'
import type { Plan } from '../acts/scene.ts'
import { findModel } from '../models/find.ts'
import { keepNoModel, NO_MODEL } from '../models/no-model.ts'
import type { PreparationWorld } from '../world.ts'
import { refuseTrashed, type SetRow } from './find.ts'
import { freeSlug } from './slug.ts'

/** A set without any file yet: the last of the town's wishes. Answers its address. */
export async function createSet(
  world: PreparationWorld,
  actor: Actor,
  { title, model, theme }: z.infer<typeof createSetSent>,
): Promise<string> {
  const { insee } = actor
  const known = model === undefined ? { id: NO_MODEL, theme: undefined } : await findModel(world, insee, model)
  const id = world.newId()
  let slug = ''
  await record(world, actor, { act: 'create-set', note: `Jeu créé : « ${title} »` }, async (tx, seq) => {
    if (known.id === NO_MODEL) await keepNoModel(tx, world, insee)
    slug = await freeSlug(tx, insee, title)
    const at = world.now()
    const number = theme ?? known.theme
    await tx
      .insertInto('data_set')
      .values({
        insee,
        id,
        slug,
        title,
        model: known.id,
        ...(number !== undefined && { theme: number }),
        rank: await nextRank(tx, insee),
        created_at: at,
        changed_at: at,
        changed_by: actor.name,
        seq,
      })
      .execute()
    return { dataSet: id }
  })
  return slug
}

async function nextRank(tx: Tx, insee: string): Promise<number> {
  const row = await tx
    .selectFrom('data_set')
    .select(({ fn }) => fn.max('rank').as('last'))
    .where('insee', '=', insee)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** Title, model, rank among the town's wishes. */
export async function changeFacts(
  world: PreparationWorld,
  actor: Actor,
  slug: string,
  { title, model, rank }: z.infer<typeof changeSetSent>,
): Promise<PlanDone> {
  const known = model === undefined ? undefined : (await findModel(world, actor.insee, model)).id
  return changeSet(world, actor, slug, { act: 'change-set' }, async (_, set) => {
    refuseTrashed(set)
    const was = factsOf(set)
    const now: SetFacts = {
      ...was,
      ...(title !== undefined && { title }),
      ...(known !== undefined && { model: known }),
      ...(rank !== undefined && { rank }),
    }
    const note = noteOf(was, now)
    return { change: note === '' ? [] : [{ op: 'set', now, was }], note }
  })
}

/** In the trash nothing is lost: it comes back as it was. */
export const trashSet = (world: PreparationWorld, actor: Actor, slug: string): Promise<PlanDone> =>
  changeSet(world, actor, slug, { act: 'trash-set' }, async (_, set) => {
    const was = factsOf(set)
    if (was.trashedAt !== undefined) return NOTHING
    return {
      change: [{ op: 'set', now: { ...was, trashedAt: world.now() }, was }],
      note: `Mis à la corbeille : « ${set.title} »`,
    }
  })

export const restoreSet = (world: PreparationWorld, actor: Actor, slug: string): Promise<PlanDone> =>
  changeSet(world, actor, slug, { act: 'restore-set' }, async (_, set) => {
    const was = factsOf(set)
    if (was.trashedAt === undefined) return NOTHING
    const { trashedAt: _at, ...now } = was
    return { change: [{ op: 'set', now, was }], note: `Sorti de la corbeille : « ${set.title} »` }
  })

const NOTHING: Plan = { change: [], note: '' }

const noteOf = (was: SetFacts, now: SetFacts): string =>
  [
    was.title === now.title ? '' : `Renommé : « ${was.title} » devient « ${now.title} »`,
    was.model === now.model ? '' : 'Modèle changé',
    was.rank === now.rank ? '' : `Rang dans vos souhaits : ${now.rank ?? 'aucun'}`,
  ]
    .filter(text => text !== '')
    .join(' ; ')

export const factsOf = (set: SetRow): SetFacts => ({
  title: set.title,
  model: set.model,
  ...(set.rank !== null && { rank: set.rank }),
  ...(set.trashed_at !== null && { trashedAt: set.trashed_at }),
})
