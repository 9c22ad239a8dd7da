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
import { countCells, type TableView } from './view.ts'

/** The surest first: a text that is long says its names, mails and phones in one finding. */
const FREE = [freeText, health, opinion]
const OTHERS = [
  nir,
  identityNumber,
  mail,
  phone,
  personName,
  soleTrader,
  birth,
  privateAddress,
  health,
  opinion,
  smallCount,
]

/** Names of people on most rows say that the rows are people, whatever the headers are. */
function withPeople(view: TableView): TableView {
  const { about, columns, rows } = view
  if (about.people || about.firms || about.associations || about.elected) return view
  const named = columns.some(column => {
    const hit = personName(column, view)
    return hit?.level === 'direct' && countCells(column, hit.holds) > rows / 2
  })
  return named ? { ...view, about: { ...about, people: true } } : view
}

/** Everything that the detectors say of a table, column by column. */
export function hitsOf(seen: TableView): Hit[] {
  const view = withPeople(seen)
  const hits = view.columns.flatMap(column => {
    const free = FREE[0]!(column, view)
    const detectors = free ? FREE.slice(1) : OTHERS
    return [...(free ? [free] : []), ...detectors.flatMap(detect => detect(column, view) ?? [])]
  })
  const together = rareTogether(view)
  return together && !hits.some(({ kind }) => kind === 'person-name') ? [...hits, together] : hits
}

/** Of what the finding is about, never of its values. A header of any length stays a key. */
export const keyOf = ({ kind, column, rows }: Hit): string => `${rows ? 'together' : kind}:${column.name.slice(0, 600)}`
