import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Blocker, FicheBox, publish as publishSent } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import type { Recipe } from '../../core/recipe/step.ts'
import { findSet, type SetRow } from '../../preparation/sets/find.ts'
import type { TaskGuard, TaskSet } from '../../preparation/tasks/task.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { freezeFiles, keepManifest } from '../versions/freeze.ts'
import { frozenFiche } from './fiche-of.ts'
import { type Kept, keepVersion } from './keep.ts'
import { besideSeq, lookAtPublication } from './look.ts'

type Sent = z.infer<typeof publishSent>

/**
 * Opens a set, or its next version. The table is frozen in a thread: the server goes on answering. All the files are on the disk before the one act
 * that says the version; what changed meanwhile refuses it.
 */
export async function publish(world: PreparationWorld, actor: Actor, slug: string, sent: Sent): Promise<Kept> {
  const set = await findSet(world.db, actor.insee, slug)
  const since = await besideSeq(world.db, set)
  const { task, guard, fiche, blockers } = await lookAtPublication(world, set)
  refuse(blockers, sent)
  const salt = guard.salt === '' ? newSalt() : guard.salt
  const { despite } = sent
  const version = await freeze(world, set, { task, guard: { ...guard, salt }, fiche, despite })
  return keepVersion(world, actor, set, version, {
    ...{ key: sent.key, salt, despite },
    stillTrue: tx => refuseChanged(tx, set, since),
  })
}

/** Drawn once for a set: a pseudonym is the same in all its versions. */
const newSalt = (): string => randomBytes(16).toString('base64url')

interface Matter {
  readonly task: TaskSet
  readonly guard: TaskGuard
  readonly fiche: readonly FicheBox[]
  readonly despite: string | undefined
}

async function freeze(world: PreparationWorld, set: SetRow, { task, guard, fiche, despite }: Matter) {
  const { insee, id } = set
  const frozen = await freezeFiles(world.blobs, paths => world.threads.run({ type: 'freeze', set: task, guard, paths }))
  const recipe: Recipe = { version: 1, model: task.model.id, town: insee, steps: task.steps }
  const said = { insee, set: id, fiche: frozenFiche(fiche, frozen, despite), recipe }
  return keepManifest(world.blobs, frozen, said)
}

/** The first thing that keeps it closed; what only has to be confirmed was, or is said. */
function refuse(blockers: readonly Blocker[], { formulasSeen, despite }: Sent): void {
  const left = blockers.find(({ kind, level }) => {
    if (level === 'must') return true
    return kind === 'formulas' ? formulasSeen !== true : despite === undefined || despite === ''
  })
  if (left) throw new Refused(409, left.sentence)
}

async function refuseChanged(tx: Tx, { insee, id, seq }: SetRow, since: number): Promise<void> {
  const now = await tx
    .selectFrom('data_set')
    .select(['seq', 'trashed_at'])
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  if (now?.seq !== seq || now.trashed_at !== null || (await besideSeq(tx, { insee, id })) !== since)
    throw new Refused(409, 'Le jeu a changé pendant que Carnet le publiait : relisez-le, puis recommencez.')
}
