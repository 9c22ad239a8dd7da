import { Refused } from '../../contract/refused.ts'
import type { Op } from '../../contract/sets.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import type { Actor } from '../../store/world.ts'
import { changeSet, type PlanDone } from '../acts/do-plan.ts'
import type { Scene } from '../acts/scene.ts'
import { compareTask, lastCompared } from '../comparisons/compare-set.ts'
import { findSet, type SetRow } from '../sets/find.ts'
import { placedSteps } from '../sets/steps.ts'
import type { PreparationWorld } from '../world.ts'
import { placeOf, readableUpload, refuseTwin, sourcesIn } from './add.ts'

/**
 * Next year's file takes the place of this year's: the recipe stays, its hand corrections look for their rows by identity, identifiers given
 * stay with their rows. The old file stays kept, and one « annuler » brings everything back.
 */
export async function replaceSource(
  world: PreparationWorld,
  actor: Actor,
  slug: string,
  upload: string,
  instead: string,
): Promise<PlanDone> {
  const file = await readableUpload(world, actor.insee, upload)
  const set = await findSet(world.db, actor.insee, slug)
  const steps = await stepsForNewFile(world, set, upload, instead)
  return changeSet(world, actor, slug, { act: 'replace-source' }, async (scene, now) => {
    if (now.seq !== set.seq)
      throw new Refused(409, 'Le jeu a changé pendant ce temps : relancez la comparaison, puis recommencez.')
    const sources = await sourcesIn(scene)
    refuseTwin(sources, file)
    const old = placeOf(sources, instead)
    if (!old || old.replacedBy !== undefined) throw new Refused(409, 'Le fichier à remplacer n’est plus dans ce jeu.')
    const was = placeOf(sources, upload)
    const name = sources.find(({ id }) => id === instead)?.name ?? ''
    return {
      change: [
        { op: 'source', id: upload, now: { rank: old.rank }, ...(was && { was }) },
        { op: 'source', id: instead, now: { ...old, replacedBy: upload }, was: old },
        ...(await movedSteps(scene, steps)),
      ],
      note: `Nouveau fichier : « ${file.name} » remplace « ${name} »`,
    }
  })
}

async function stepsForNewFile(
  world: PreparationWorld,
  set: SetRow,
  upload: string,
  instead: string,
): Promise<readonly RecipeStep[]> {
  const compared = await lastCompared(world, set, upload)
  if (compared?.seq === set.seq && compared.instead === instead) return compared.steps
  return (await world.threads.run(await compareTask(world, set, upload, instead))).steps
}

/** Steps that name the file, or that remember identifiers. What hands did is not touched. */
async function movedSteps(scene: Scene, steps: readonly RecipeStep[]): Promise<Op[]> {
  const wanted = new Map(steps.map(step => [step.id, step]))
  return (await placedSteps(scene.tx, scene)).flatMap((was): Op[] => {
    const step = wanted.get(was.step.id)
    if (!step || step.step.type === 'by-hand' || JSON.stringify(step) === JSON.stringify(was.step)) return []
    return [{ op: 'step', id: step.id, now: { at: was.at, step }, was }]
  })
}
