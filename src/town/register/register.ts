import { Refused } from '../../contract/refused.ts'
import type { Photo, Register, RegisterAct, RegisterChange } from '../../contract/register.ts'
import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Database, Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { applyChange, reverse } from './change.ts'
import { readGraph } from './graph.ts'
import { ACTS, type Reversible, redoable, undoable } from './history.ts'
import { planAct } from './plan.ts'

const WHERE = 'Qui a quoi'

/** The register as its page shows it. */
export async function readRegister(db: Database, insee: string): Promise<Register> {
  const [town, graph, undo, redo, photos] = await Promise.all([
    db.selectFrom('town').select('name').where('insee', '=', insee).executeTakeFirstOrThrow(),
    readGraph(db, insee),
    undoable(db, insee),
    redoable(db, insee),
    photosOf(db, insee),
  ])
  const said = ({ note, by }: Reversible) => ({ note: note.replace(`${WHERE} : `, ''), by })
  return { town: town.name, ...graph, ...(undo && { undo: said(undo) }), ...(redo && { redo: said(redo) }), photos }
}

/** One act, kept at once with its entry. The same key twice is done once. */
export async function performRegisterAct(world: World, actor: Actor, key: string, act: RegisterAct): Promise<Register> {
  await inTown(world.db, actor.insee, async tx => {
    if (await isDone(tx, actor.insee, key)) return
    const { change, note } = planAct(await readGraph(tx, actor.insee), act, world.newId)
    await keep(tx, world, actor, { act: ACTS.done, note: `${WHERE} : ${note}`, change, key })
  })
  return readRegister(world.db, actor.insee)
}

/** The last act of the register, whoever did it, is undone; or the last undo, if nothing else was done since. */
export async function turnRegister(
  world: World,
  actor: Actor,
  way: 'undo' | 'redo',
  key: string | undefined,
): Promise<Register> {
  await inTown(world.db, actor.insee, async tx => {
    if (key !== undefined && (await isDone(tx, actor.insee, key))) return
    const found = await (way === 'undo' ? undoable : redoable)(tx, actor.insee)
    if (!found) throw new Refused(409, way === 'undo' ? 'Il n’y a rien à annuler.' : 'Il n’y a rien à rétablir.')
    const note = `${way === 'undo' ? 'Annulé' : 'Rétabli'} : ${found.note}`
    await keep(tx, world, actor, { act: ACTS[way], note, change: reverse(found.change), key, undoes: found.seq })
  })
  return readRegister(world.db, actor.insee)
}

interface Kept {
  readonly act: string
  readonly note: string
  readonly change: RegisterChange
  readonly key: string | undefined
  readonly undoes?: number
}

async function keep(tx: Tx, world: World, actor: Actor, entry: Kept): Promise<void> {
  if (entry.change.length === 0) return
  await recordIn(tx, world, actor, entry, (_, seq) => applyChange(tx, actor.insee, entry.change, seq))
}

const isDone = async (db: Database, insee: string, key: string): Promise<boolean> =>
  (await db
    .selectFrom('journal')
    .select('seq')
    .where(is => is.and({ insee, key }))
    .executeTakeFirst()) !== undefined

/** Photos taken, latest first. */
export async function photosOf(db: Database, insee: string): Promise<Photo[]> {
  const rows = await db
    .selectFrom('register_snapshot')
    .select(['id', 'title', 'taken_at', 'taken_by'])
    .where('insee', '=', insee)
    .orderBy('taken_at', 'desc')
    .execute()
  return rows.map(row => ({ id: row.id, title: row.title, takenAt: row.taken_at, takenBy: row.taken_by }))
}
