import { Refused } from '../../contract/refused.ts'
import type { Change, Op } from '../../contract/sets.ts'
import type { Tx } from '../../store/open.ts'
import { rowKey } from './row-key.ts'

/** Where a change is applied, and what is written beside each cell. */
export interface Place {
  readonly tx: Tx
  readonly insee: string
  readonly dataSet: string
  readonly seq: number
  /** Who writes: a person and, when known, her page (see `writerOf`). */
  readonly writer: string
}

/** The one place that changes a set. Ops that follow each other and are of one kind are written together: a paste of 20,000 cells is twenty queries. */
export async function applyChange(place: Place, change: Change): Promise<void> {
  for (let at = 0; at < change.length; ) {
    let end = at + 1
    while (end < change.length && end - at < BATCH && canFollow(change[end - 1]!, change[end]!)) end++
    await applyRun(place, change.slice(at, end))
    at = end
  }
}

/** Under SQLite's 32,766 and PostgreSQL's 65,535 bound values a query, with nine columns a row. */
const BATCH = 1_000

const canFollow = (a: Op, b: Op): boolean =>
  a.op === b.op && (a.op === 'cell' || a.op === 'gone') && isSet(a) === isSet(b) && 'hand' in b && a.hand === b.hand

const isSet = (op: Op): boolean => (op.op === 'gone' ? op.now : op.now !== undefined)

type Of<Name extends Op['op']> = Extract<Op, { op: Name }>

function applyRun(place: Place, run: readonly Op[]): Promise<unknown> {
  const op = run[0]!
  switch (op.op) {
    case 'cell':
      return isSet(op) ? putCells(place, run as Of<'cell'>[]) : dropCells(place, run as Of<'cell'>[])
    case 'gone':
      return op.now ? putGone(place, run as Of<'gone'>[]) : dropGone(place, run as Of<'gone'>[])
    case 'step':
      return applyStep(place, op)
    case 'row':
      return applyRow(place, op)
    case 'conflict':
      return applyConflict(place, op)
    case 'source':
      return applySource(place, op)
    case 'set':
      return applySet(place, op)
    case 'fiche':
      return applyFiche(place, op)
    case 'proposed':
      return applyProposed(place, op)
  }
}

const ofSet = ({ insee, dataSet }: Place) => ({ insee, data_set: dataSet })

async function putCells(place: Place, ops: readonly Of<'cell'>[]): Promise<void> {
  // A cell written twice in one act: the database takes one row a cell, the last writing wins.
  const rows = new Map(
    ops.map(op => [
      JSON.stringify([rowKey(op.row), op.column]),
      {
        ...ofSet(place),
        hand: op.hand,
        row_key: rowKey(op.row),
        column_name: op.column,
        base: op.base,
        value: op.now!,
        changed_by: place.writer,
        seq: place.seq,
      },
    ]),
  )
  await place.tx
    .insertInto('hand_cell')
    .values([...rows.values()])
    .onConflict(conflict =>
      conflict.columns(['insee', 'data_set', 'hand', 'row_key', 'column_name']).doUpdateSet(is => ({
        value: is.ref('excluded.value'),
        changed_by: is.ref('excluded.changed_by'),
        seq: is.ref('excluded.seq'),
      })),
    )
    .execute()
}

async function dropCells({ tx, insee, dataSet }: Place, ops: readonly Of<'cell'>[]): Promise<void> {
  // One column at a time: a list of keys is understood by both engines, a list of pairs is not.
  for (const [column, rows] of groups(ops, op => op.column))
    await tx
      .deleteFrom('hand_cell')
      .where('insee', '=', insee)
      .where('data_set', '=', dataSet)
      .where('hand', '=', ops[0]!.hand)
      .where('column_name', '=', column)
      .where(
        'row_key',
        'in',
        rows.map(({ row }) => rowKey(row)),
      )
      .execute()
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const group = found.get(keyOf(one))
    if (group) group.push(one)
    else found.set(keyOf(one), [one])
  }
  return found
}

const putGone = (place: Place, ops: readonly Of<'gone'>[]) =>
  place.tx
    .insertInto('hand_gone')
    .values(ops.map(op => ({ ...ofSet(place), hand: op.hand, row_key: rowKey(op.row), seq: place.seq })))
    .onConflict(conflict => conflict.doNothing())
    .execute()

const dropGone = ({ tx, insee, dataSet }: Place, ops: readonly Of<'gone'>[]) =>
  tx
    .deleteFrom('hand_gone')
    .where('insee', '=', insee)
    .where('data_set', '=', dataSet)
    .where('hand', '=', ops[0]!.hand)
    .where(
      'row_key',
      'in',
      ops.map(({ row }) => rowKey(row)),
    )
    .execute()

async function applyStep({ tx, insee, dataSet }: Place, { id, now }: Of<'step'>): Promise<void> {
  const key = { insee, data_set: dataSet, id }
  if (!now) {
    await tx
      .deleteFrom('step')
      .where(is => is.and(key))
      .execute()
    return
  }
  const values = { at: now.at, body: JSON.stringify(now.step) }
  await tx
    .insertInto('step')
    .values({ ...key, ...values })
    .onConflict(conflict => conflict.columns(['insee', 'data_set', 'id']).doUpdateSet(values))
    .execute()
}

async function applyRow({ tx, insee, dataSet, seq }: Place, { hand, id, now }: Of<'row'>): Promise<void> {
  const key = { insee, data_set: dataSet, hand, id }
  if (!now) {
    await tx
      .deleteFrom('hand_row')
      .where(is => is.and(key))
      .execute()
    return
  }
  const values = { cells: JSON.stringify(now), seq }
  await tx
    .insertInto('hand_row')
    .values({ ...key, ...values })
    .onConflict(conflict => conflict.columns(['insee', 'data_set', 'hand', 'id']).doUpdateSet(values))
    .execute()
}

async function applyConflict({ tx, insee, dataSet }: Place, { id, now }: Of<'conflict'>): Promise<void> {
  const key = { insee, data_set: dataSet, id }
  if (!now) {
    await tx
      .deleteFrom('conflict')
      .where(is => is.and(key))
      .execute()
    return
  }
  const values = { body: JSON.stringify(now) }
  await tx
    .insertInto('conflict')
    .values({ ...key, ...values })
    .onConflict(conflict => conflict.columns(['insee', 'data_set', 'id']).doUpdateSet(values))
    .execute()
}

async function applySource({ tx, insee, dataSet }: Place, { id, now }: Of<'source'>): Promise<void> {
  const key = { insee, data_set: dataSet, upload: id }
  if (!now) {
    await tx
      .deleteFrom('source')
      .where(is => is.and(key))
      .execute()
    return
  }
  const values = { rank: now.rank, replaced_by: now.replacedBy ?? null }
  await tx
    .insertInto('source')
    .values({ ...key, ...values })
    .onConflict(conflict => conflict.columns(['insee', 'data_set', 'upload']).doUpdateSet(values))
    .execute()
}

async function applySet({ tx, insee, dataSet }: Place, { now, was }: Of<'set'>): Promise<void> {
  if (now.trashedAt !== undefined && was.trashedAt === undefined) await refusePublished(tx, insee, dataSet, now.title)
  // The rank changes beside these acts too: undoing a new title leaves the wishes in the order that they have now.
  const rank = now.rank === was.rank ? {} : { rank: now.rank ?? null }
  await tx
    .updateTable('data_set')
    .set({ title: now.title, model: now.model, ...rank, trashed_at: now.trashedAt ?? null })
    .where(is => is.and({ insee, id: dataSet }))
    .execute()
}

/** What the public reads does not vanish by a gesture of the workshop: a person withdraws it, and says why. */
async function refusePublished(tx: Tx, insee: string, dataSet: string, title: string): Promise<void> {
  const open = await tx
    .selectFrom('publication')
    .select('slug')
    .where(is => is.and({ insee, data_set: dataSet }))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (open)
    throw new Refused(
      409,
      `« ${title} » est publié : retirez-le d’abord de la publication, en disant pourquoi ; vous pourrez ensuite le mettre à la corbeille.`,
    )
}

const applyProposed = ({ tx, insee, dataSet }: Place, { now }: Of<'proposed'>) =>
  tx
    .updateTable('data_set')
    .set({ proposed: now ? JSON.stringify(now) : null })
    .where(is => is.and({ insee, id: dataSet }))
    .execute()

async function applyFiche({ tx, insee, dataSet, seq }: Place, { field, now }: Of<'fiche'>): Promise<void> {
  const key = { insee, data_set: dataSet }
  const row = await tx
    .selectFrom('fiche')
    .select('body')
    .where(is => is.and(key))
    .executeTakeFirst()
  const { [field]: _was, ...others } = row ? (JSON.parse(row.body) as Record<string, unknown>) : {}
  const values = { body: JSON.stringify(now ? { ...others, [field]: now } : others), seq }
  await tx
    .insertInto('fiche')
    .values({ ...key, ...values })
    .onConflict(conflict => conflict.columns(['insee', 'data_set']).doUpdateSet(values))
    .execute()
}
