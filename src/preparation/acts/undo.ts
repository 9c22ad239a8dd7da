import { Refused } from '../../contract/refused.ts'
import { recordIn } from '../../journal/record.ts'
import { redoable, undoable } from '../../journal/undo.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Actor, World } from '../../store/world.ts'
import { applyChange } from '../changes/apply.ts'
import { reverse } from '../changes/reverse.ts'
import { findAnySet } from '../sets/find.ts'
import type { Done } from './do-plan.ts'
import { writerOf } from './scene.ts'

/** Reverses the last act of the set that is not undone, whoever did it. Nothing is deleted: it is one more entry. */
export const undo = (world: World, actor: Actor, slug: string, key?: string): Promise<Done> =>
  turn(world, actor, slug, 'undo', key)

export const redo = (world: World, actor: Actor, slug: string, key?: string): Promise<Done> =>
  turn(world, actor, slug, 'redo', key)

const turn = (world: World, actor: Actor, slug: string, act: 'undo' | 'redo', key: string | undefined): Promise<Done> =>
  inTown(world.db, actor.insee, async tx => {
    const { insee } = actor
    const set = await findAnySet(tx, insee, slug)
    const done: { note: string; change: Done['change'] } = { note: '', change: [] }
    const entry = { act, dataSet: set.id, note: '', key }
    const recorded = await recordIn(tx, world, actor, entry, async (_, seq) => {
      const last = await (act === 'undo' ? undoable : redoable)(tx, insee, set.id)
      if (!last) throw new Refused(409, act === 'undo' ? 'Il n’y a rien à annuler.' : 'Il n’y a rien à rétablir.')
      done.change = reverse(last.change)
      done.note = `${act === 'undo' ? 'Annulé' : 'Rétabli'} : ${last.note}`
      await applyChange({ tx, insee, dataSet: set.id, seq, writer: writerOf(actor.id, undefined) }, done.change)
      return { ...done, undoes: last.seq }
    })
    return { seq: recorded.seq ?? recorded.already, ...done }
  })
