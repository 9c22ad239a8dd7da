import { ofPeople } from './about.ts'
import type { Hit } from './hit.ts'
import { privateAddress } from './kinds/address.ts'
import { birth } from './kinds/birth.ts'
import { rareTogether, smallCount } from './kinds/counts.ts'
import { freeText } from './kinds/free-text.ts'
import { identityNumber } from './kinds/identity-number.ts'
import { mail } from './kinds/mail.ts'
import { nir } from './kinds/nir.ts'
import { personName } from './kinds/person-name.ts'
import { phone } from './kinds/phone.ts'
import { health, opinion } from './kinds/sensitive.ts'
import { soleTrader } from './kinds/sole-trader.ts'
import { readRows } from './rows.ts'
import { shareOf, type TableView } from './view.ts'

/** A text that is long says its names, mails and phones in one finding; these are told apart. */
const IN_TEXT: ReadonlySet<Hit['kind']> = new Set(['health', 'opinion', 'private-address'])
const OTHERS = [nir, identityNumber, mail, phone, soleTrader, birth, privateAddress, health, opinion, smallCount]

const VALUES: ReadonlySet<Hit['kind']> = new Set(['mail', 'phone', 'private-address'])
const isMost = ({ kind, column, holds }: Hit): boolean => VALUES.has(kind) && shareOf(column, holds) > 0.5

/** Somebody is named in cells that hold no such value. */
const saysMore = ({ column, holds }: Hit, values: readonly Hit[]): boolean =>
  values.length === 0 || [...column.counts.keys()].some(text => holds(text) && !values.some(value => value.holds(text)))

/** What names on the rows change of what the table is about. */
const KEYS = ['people', 'firms', 'associations', 'things'] as const

/** Names first: what a mail, a phone or an address is depends on whose row it stands on. */
function withNames(view: TableView): { view: TableView; names: readonly Hit[] } {
  const first = view.columns.flatMap(column => personName(column, view) ?? [])
  const named = readRows(first, view.rows)
  if (!named.named) return { view: { ...view, named }, names: first }
  const about = ofPeople(view.about)
  if (KEYS.every(key => about[key] === view.about[key])) return { view: { ...view, named }, names: first }
  const again = { ...view, about }
  const names = view.columns.flatMap(column => personName(column, again) ?? [])
  return { view: { ...again, named: readRows(names, view.rows) }, names }
}

/** Everything that the detectors say of a table, column by column. */
export function hitsOf(seen: TableView): Hit[] {
  const { view, names } = withNames(seen)
  const hits = view.columns.flatMap(column => {
    const name = names.find(hit => hit.column === column)
    const found = OTHERS.flatMap(detect => detect(column, view) ?? [])
    // A column of addresses or of phones is one, even when a cell of it says « chez Mme Petit ».
    const values = found.filter(isMost)
    const text = name ? undefined : freeText(column, view)
    const free = text && saysMore(text, values) ? text : undefined
    const firsts = [...(free ? [free] : []), ...(name ? [name] : [])]
    return [...firsts, ...(free ? found.filter(hit => IN_TEXT.has(hit.kind) || values.includes(hit)) : found)]
  })
  const together = rareTogether(view)
  return together && !hits.some(({ kind }) => kind === 'person-name') ? [...hits, together] : hits
}

/** Of what the finding is about, never of its values. A header of any length stays a key. */
export const keyOf = ({ kind, column, rows }: Hit): string => `${rows ? 'together' : kind}:${column.name.slice(0, 600)}`
