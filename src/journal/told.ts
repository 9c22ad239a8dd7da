import type { RegisterChange } from '../contract/register.ts'
import type { Change, Op } from '../contract/sets.ts'
import { addedId } from '../core/recipe/added.ts'
import { describeIdentity } from '../core/recipe/identity.ts'

/**
 * The sentence of one cell written: nearly all that a town does, a hundred thousand times. Its change says everything that the sentence says,
 * so that the journal keeps the change alone and the sentence is made when it is read.
 */
type CellOp = Extract<Op, { op: 'cell' }>

/** A long text of a cell or a reason is cut: the history is read at a glance. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
export const said = (text: string): string => (text.trim() === '' ? 'rien' : `« ${short(text)} »`)

export const cellTold = ({ column, row, base, was, now }: CellOp): string => {
  const where = addedId(row) === undefined ? ` de ${describeIdentity(row)}` : ' d’une ligne ajoutée'
  return `Corrigé à la main : « ${column} »${where}, ${said(was ?? base)} devient ${said(now ?? '')}`
}

/** What need not be kept of a note, for the change says it. */
export const noteToKeep = (note: string, change: Change | RegisterChange | undefined): string =>
  note === toldByChange(change) ? '' : note

/** The note of an entry, kept or made. */
export const noteOfEntry = ({ note, change }: { readonly note: string; readonly change: string | null }): string =>
  note !== '' || change === null ? note : toldByChange(JSON.parse(change) as Change)

function toldByChange(change: Change | RegisterChange = []): string {
  const [op] = change
  return change.length === 1 && op?.op === 'cell' ? cellTold(op) : ''
}
