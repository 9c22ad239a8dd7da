import type { ExportFormat } from '../../contract/sets.ts'
import type { PreparationWorld } from '../world.ts'
import { findAnySet } from './find.ts'
import { taskSet } from './task-set.ts'

export async function exportSet(
  world: PreparationWorld,
  insee: string,
  slug: string,
  format: ExportFormat,
): Promise<Uint8Array> {
  const set = await findAnySet(world.db, insee, slug)
  const task = { type: 'export' as const, set: await taskSet(world, set), format, title: set.title }
  return (await world.threads.run(task)).bytes
}
