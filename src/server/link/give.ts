import type { z } from 'zod'
import type { giveAnswers, giveRemark, giveRow, giveVerdict } from '../../contract/link.ts'
import type { LinkScope } from '../../contract/people.ts'
import { Refused } from '../../contract/refused.ts'
import { openHand } from '../../core/recipe/hand.ts'
import type { RowIdentity } from '../../core/recipe/step.ts'
import { record } from '../../journal/record.ts'
import { countUse, type LinkHolder } from '../../people/links.ts'
import { hashOf } from '../../people/secrets.ts'
import { attempt } from '../../people/sign-in/limits.ts'
import { rowKey } from '../../preparation/changes/row-key.ts'
import { findModel } from '../../preparation/models/find.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { placedSteps } from '../../preparation/sets/steps.ts'
import { verdictEntry } from '../../publication/approval/verdict.ts'
import { remarkEntry } from '../../publication/fiche/index.ts'
import { saidSensitive } from '../../town/requests/came-back.ts'
import { askedColumns, lookAt } from './link-page.ts'

type Given<T extends z.ZodType> = z.output<T>

/** `fill`: one more row, of the columns asked. Sent twice under one key, it is there once; two links may draw the same key. */
export async function addRow(preparation: Preparation, holder: LinkHolder, { key, cells }: Given<typeof giveRow>) {
  const scope = scopeFor(holder, 'fill')
  refuseOthers(Object.keys(cells), scope.columns)
  if (Object.values(cells).every(text => text.trim() === ''))
    throw new Refused(400, 'Cette ligne est vide : remplissez au moins une case.')
  const hand = openHand(await stepsNow(preparation, holder))
  await use(preparation, holder, key, keyed =>
    preparation.performOne(holder.actor, holder.set.slug, keyed, {
      type: 'add-row',
      hand,
      row: hashOf(keyed).slice(0, 32),
      cells,
    }),
  )
}

/** `complete`: answers go to cells that were asked, and to no other. */
export async function answer(
  preparation: Preparation,
  holder: LinkHolder,
  { key, hand, cells }: Given<typeof giveAnswers>,
): Promise<void> {
  const scope = scopeFor(holder, 'complete')
  const { world } = preparation
  const asked = askedColumns(await findModel(world, holder.link.insee, holder.set.model), scope.columns)
  refuseOthers(
    cells.map(({ column }) => column),
    asked,
  )
  await refuseUnasked(preparation, holder, asked, hand, cells)
  await use(preparation, holder, key, keyed =>
    preparation.performOne(holder.actor, holder.set.slug, keyed, { type: 'cells', hand, cells }),
  )
}

/** `approve`: yes, no or a remark, dated by the journal. */
export async function giveOpinion(
  preparation: Preparation,
  holder: LinkHolder,
  { key, verdict, remark = '' }: Given<typeof giveVerdict>,
): Promise<void> {
  scopeFor(holder, 'approve')
  if (verdict !== 'yes' && remark === '') throw new Refused(400, 'Dites pourquoi, en quelques mots.')
  const { world } = preparation
  await use(preparation, holder, key, async keyed => {
    const entry = { ...verdictEntry(verdict, remark), dataSet: holder.set.id, key: keyed }
    const { seq } = await record(world, holder.actor, entry, async () => {})
    if (seq === undefined) return
    await preparation.told(holder.actor, holder.set.slug, [{ seq, note: entry.note, change: [] }])
    if (verdict === 'sensitive') await saidSensitive(world, holder.actor, holder.set.slug, remark)
  })
}

/** `approve`: a remark on one box of the fiche, shown beside it in the workshop until it is seen. */
export async function giveRemarkOn(
  preparation: Preparation,
  holder: LinkHolder,
  { key, field, remark }: Given<typeof giveRemark>,
): Promise<void> {
  scopeFor(holder, 'approve')
  await use(preparation, holder, key, async keyed => {
    const entry = { ...remarkEntry(field, remark), dataSet: holder.set.id, key: keyed }
    const { seq } = await record(preparation.world, holder.actor, entry, async () => {})
    if (seq !== undefined)
      await preparation.told(holder.actor, holder.set.slug, [{ seq, note: entry.note, change: [] }])
  })
}

/** Limited, done, counted. The link's own name is put before the key: nobody's key can stand for another's. */
async function use(
  { world }: Preparation,
  { link }: LinkHolder,
  key: string,
  work: (keyed: string) => Promise<unknown>,
): Promise<void> {
  await attempt(world, 'given', [`link ${link.id}`])
  await work(`${link.id}.${key}`)
  await countUse(world, link)
}

function scopeFor<T extends LinkScope['type']>({ scope }: LinkHolder, type: T): Extract<LinkScope, { type: T }> {
  if (scope.type !== type) throw new Refused(403, 'Ce lien n’ouvre pas cela.')
  return scope as Extract<LinkScope, { type: T }>
}

function refuseOthers(columns: readonly string[], asked: readonly string[]): void {
  const other = columns.find(column => !asked.includes(column))
  if (other !== undefined) throw new Refused(403, `La colonne « ${other} » n’est pas demandée par ce lien.`)
}

interface Cell {
  readonly row: RowIdentity
  readonly column: string
}

/**
 * A cell asked now, or one that hands wrote since the question was read: both answers are then shown to a person (`CellConflict`).
 * Any other cell is not this link's to write.
 */
async function refuseUnasked(
  preparation: Preparation,
  holder: LinkHolder,
  asked: readonly string[],
  hand: string,
  cells: readonly Cell[],
): Promise<void> {
  const { holes, hand: now } = await lookAt(preparation.world, holder, asked)
  const open = new Set(now === hand ? holes.map(cellKey) : [])
  const written = await writtenCells(preparation, holder, hand)
  if (!cells.every(cell => open.has(cellKey(cell)) || written.has(cellKey(cell))))
    throw new Refused(409, 'Cette question n’est plus posée : la mairie a changé sa liste depuis. Rechargez la page.')
}

const cellKey = ({ row, column }: Cell): string => JSON.stringify([rowKey(row), column])

async function writtenCells({ world }: Preparation, { link, set }: LinkHolder, hand: string): Promise<Set<string>> {
  const rows = await world.db
    .selectFrom('hand_cell')
    .select(['row_key', 'column_name'])
    .where(is => is.and({ insee: link.insee, data_set: set.id, hand }))
    .execute()
  return new Set(rows.map(({ row_key, column_name }) => JSON.stringify([row_key, column_name])))
}

const stepsNow = async ({ world }: Preparation, { link, set }: LinkHolder) =>
  (await placedSteps(world.db, { insee: link.insee, id: set.id })).map(({ step }) => step)
