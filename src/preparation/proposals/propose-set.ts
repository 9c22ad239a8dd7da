import type { Actor } from '../../store/world.ts'
import { changeSet } from '../acts/do-plan.ts'
import type { JobRow, JobWork } from '../jobs/job.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Told } from '../preparation.ts'
import { findSet, type SetRow } from '../sets/find.ts'
import { taskSet } from '../sets/task-set.ts'
import type { PreparationWorld } from '../world.ts'
import { planAdopt } from './adopt.ts'

/** Carnet looks at the files of the set and proposes what to do of them. */
export const proposeSet = (jobs: Jobs, actor: Actor, { id, slug, title }: SetRow): Promise<JobRow> =>
  jobs.add(actor, { kind: 'propose', dataSet: id, title: `Proposition pour « ${title} »`, input: { slug } })

/** Who signs what Carnet does by itself. */
export const carnet = (insee: string): Actor => ({ insee, id: '', name: 'Carnet' })

export const proposingWork =
  (world: PreparationWorld, told: Told): JobWork =>
  async ({ insee, input, id }, tell, signal) => {
    const { slug } = JSON.parse(input) as { slug: string }
    const set = await findSet(world.db, insee, slug)
    const task = { type: 'propose' as const, set: await taskSet(world, set, { steps: [] }) }
    const { steps } = await world.threads.run(task, { tell, signal })
    const intent = { act: 'propose', key: `job-${id}` }
    const done = await changeSet(world, carnet(insee), slug, intent, (scene, now) => planAdopt(scene, now, steps))
    await told(carnet(insee), slug, done.done ? [done.done] : [])
    return { message: done.done?.note ?? 'Rien de nouveau à proposer.' }
  }
