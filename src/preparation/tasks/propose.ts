import { propose } from '../../core/propose/index.ts'
import { loadSet } from './load.ts'
import type { Task, TaskResult, Tell } from './task.ts'

/** What Carnet would do of the files of a set. What persons already decided is carried over afterwards, where the database is. */
export async function proposeSteps(
  { set }: Extract<Task, { type: 'propose' }>,
  tell: Tell,
): Promise<TaskResult<'propose'>> {
  tell(0.1, 'Je lis les tableaux.')
  const { sources, world } = await loadSet(set)
  tell(0.3, 'Je cherche ce que chaque colonne veut dire.')
  const { model, ...known } = world
  return { steps: propose(sources, model, known).recipe.steps }
}
