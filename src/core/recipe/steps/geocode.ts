import type { Model, Role } from '../../models/model.ts'
import { type AddressQuery, type Found, type Geocoded, rememberedGeocode } from '../../places/geocode/index.ts'
import type { Table } from '../../table/table.ts'
import { writePoint } from '../../values/lonlat.ts'
import { indexOf } from '../edit.ts'
import { lonlatFormat } from '../lonlat-format.ts'
import { type Question, type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import { roleByName, roleOf } from '../roles.ts'
import type { Step } from '../step.ts'
import { fillColumns, missing } from './columns.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

/** A square or a lane within this of its middle, in metres, may be shown by its middle; on a longer street, the person is asked where. */
const WIDEST_STREET = 75

/** Points from the town's address file where the columns are empty: what is certain is written, what is not is asked. */
export function geocodeRows(table: Table, step: Of<'geocode'>, world: StepWorld): StepResult {
  if (!world.addresses)
    return unchanged(table, `Le fichier d’adresses « ${step.addresses} » n’est pas là : aucun lieu n’a été cherché.`)
  const columns = addressColumns(table, step.address, world.model)
  if (columns.length === 0) return unchanged(table, missing(step.address[0]!))
  const look = rememberedGeocode(world.addresses, world.town, world.communes)
  const answers = table.rows.map((_, row) => answerFor(table, row, columns, step, look))
  const field = world.model.fields.find(one => one.name === step.columns[0])
  const result = fillColumns(table, step.columns, (row, part) => {
    const place = placed(answers[row])
    if (!place) return ''
    const [longitude, latitude] = [writeDegrees(place.longitude), writeDegrees(place.latitude)]
    if (step.into === 'lonlat') return writePoint({ longitude, latitude }, field && lonlatFormat(field))
    return part === 0 ? latitude : longitude
  })
  return {
    ...result,
    questions: answers.flatMap((answer, row) => questionOf(answer, table, row, step.columns)),
    notes: [...world.addresses.notes, ...summary(answers)],
  }
}

/** What became of a row: nothing to do, no address, half a point, or an answer of the geocoder. */
type Answer = 'filled' | 'no-address' | { readonly half: string } | Geocoded

interface AddressColumn {
  readonly role: Role | undefined
  readonly cells: readonly string[]
}

function addressColumns(table: Table, names: readonly string[], model: Model): AddressColumn[] {
  return names.flatMap(name => {
    const column = table.columns[indexOf(table, name)]
    const field = model.fields.find(one => one.name === name)
    return column ? [{ role: field ? roleOf(field) : roleByName(name), cells: column.cells }] : []
  })
}

function answerFor(
  table: Table,
  row: number,
  columns: readonly AddressColumn[],
  step: Of<'geocode'>,
  look: (query: AddressQuery) => Geocoded,
): Answer {
  const known = step.columns.map(name => table.columns[indexOf(table, name)]?.cells[row]?.trim() ?? '')
  if (known.every(text => text !== '')) return 'filled'
  if (known.some(text => text !== '')) return { half: known.join('') }
  const query = addressQuery(columns.map(({ role, cells }) => ({ role, text: cells[row] ?? '' })))
  return query.text === '' ? 'no-address' : look(query)
}

/** The cells of one row as a query; what has no role of its own is part of the address. */
export function addressQuery(cells: readonly { role: Role | undefined; text: string }[]): AddressQuery {
  const of = (...roles: Role[]) =>
    cells.find(({ role, text }) => role && roles.includes(role) && text.trim() !== '')?.text.trim()
  const apart: readonly (Role | undefined)[] = ['house-number', 'postcode', 'town']
  const text = cells.filter(cell => !apart.includes(cell.role)).map(cell => cell.text.trim())
  const [number, postcode, town] = [of('house-number'), of('postcode'), of('town')]
  return {
    text: text.filter(part => part !== '').join(', '),
    ...(number !== undefined && { number }),
    ...(postcode !== undefined && { postcode }),
    ...(town !== undefined && { town }),
  }
}

/** Seven decimals are a centimetre: no more, and never an exponent. */
export const writeDegrees = (degrees: number): string => degrees.toFixed(7).replace(/\.?0+$/, '')

const isGeocoded = (answer: Answer | undefined): answer is Geocoded => typeof answer === 'object' && 'found' in answer

/** The place that is written without asking. */
function placed(answer: Answer | undefined): Found | undefined {
  if (!isGeocoded(answer) || !answer.sure) return undefined
  const place = answer.found[0]
  return place && place.radius <= WIDEST_STREET ? place : undefined
}

function questionOf(answer: Answer, table: Table, row: number, columns: readonly string[]): Question[] {
  if (answer === 'filled' || answer === 'no-address' || placed(answer)) return []
  const question = isGeocoded(answer)
    ? `${answer.reason} ${whatToSay(answer)}`
    : `J’ai lu « ${answer.half} » ; j’attendais une latitude et une longitude, il n’y en a qu’une. Où est ce lieu ?`
  const empty = columns.find(name => (table.columns[indexOf(table, name)]?.cells[row] ?? '').trim() === '')
  return [{ row, line: table.rows[row]!.line, column: empty ?? columns[0]!, value: '', question }]
}

function whatToSay({ status, sure, found }: Geocoded): string {
  if (status === 'outside') return 'Faut-il corriger cette adresse, ou retirer la ligne ?'
  if (status === 'not-found') return 'Où est ce lieu ?'
  const places = found.map(
    place => `« ${place.label} » (${writeDegrees(place.latitude)}, ${writeDegrees(place.longitude)})`,
  )
  if (sure) return `Cette rue est longue et l’adresse n’a pas de numéro : où est ce lieu ? Son milieu est ${places[0]}.`
  return `Est-ce ${places.join(' ou ')} ?`
}

function summary(answers: readonly Answer[]): string[] {
  const count = (test: (answer: Answer) => boolean) => answers.filter(test).length
  const near = count(answer => isGeocoded(answer) && answer.status === 'resembles' && placed(answer) !== undefined)
  const middle = count(answer => (placed(answer)?.type ?? 'housenumber') !== 'housenumber')
  const none = count(answer => answer === 'no-address')
  return [
    ...told(
      near,
      'lieu est placé',
      'lieux sont placés',
      'à l’adresse qui ressemble à ce qui est écrit : seule une y ressemble.',
    ),
    ...told(
      middle,
      'lieu sans numéro est placé',
      'lieux sans numéro sont placés',
      'au milieu de la rue ou du lieu-dit.',
    ),
    ...told(none, 'ligne n’a pas d’adresse', 'lignes n’ont pas d’adresse', ': les coordonnées y restent vides.'),
  ]
}

const told = (count: number, one: string, many: string, end: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${end}`]
