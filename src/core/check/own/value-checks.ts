import { brokenHours } from '../../hours/evaluate.ts'
import type { Field, Role } from '../../models/model.ts'
import { roleOf } from '../../recipe/roles.ts'
import { readInsee } from '../../values/insee.ts'
import { readLonlat } from '../../values/lonlat.ts'
import { readMojibake } from '../../values/mojibake.ts'
import { readPostcode } from '../../values/postcode.ts'
import { quoted } from '../../values/quoted.ts'
import type { Reading } from '../../values/reading.ts'
import { readSiren } from '../../values/siren.ts'
import { isSiren } from '../../values/sirene-key.ts'
import { isDestroyedSiret, readSiret } from '../../values/siret.ts'
import type { CheckOptions } from '../context.ts'
import type { Value } from '../schema/cast.ts'
import type { Fault } from '../verdict.ts'
import { pointFault } from './point-fault.ts'

/** Carnet's own look at one value: a warning or an advice, never an error. `wrong`: a rule of the model is already broken. */
export type OwnCheck = (text: string, value: Value | undefined, wrong: boolean) => Fault | undefined

export function ownChecks(field: Field, custom: readonly string[], options: CheckOptions): OwnCheck[] {
  const role = roleOf(field)
  return [
    ...(field.type === 'string' || field.type === 'any' ? [mojibake, formula] : [formula]),
    ...(role === 'siret' || custom.includes('french-siret-value')
      ? [destroyedSiret, foreignSiren(field, options)]
      : []),
    ...(role === 'siren' || custom.includes('french-siren-value') ? [foreignSiren(field, options)] : []),
    ...(role === 'hours' || custom.includes('opening-hours-value') ? [hours] : []),
    ...lostZeros(role, options),
    ...(field.type === 'geopoint' ? [pointCheck(field, options)] : []),
  ]
}

const warning = (code: string, message: string, to?: string): Fault => ({
  level: 'warning',
  code: `carnet/${code}`,
  message,
  ...(to === undefined ? {} : { to }),
})

/** Letters that only a wrong decoding brings: cheap to look for before reading again. */
const SUSPECT = /[\u0080-\u009F\u00C2-\u00C5\u00E2\u221A\uFFFD]/

/** Undone once, the text still holds what no French text does. */
const STILL_DAMAGED = /Ã|â€|\uFFFD/

const mojibake: OwnCheck = text => {
  if (!SUSPECT.test(text)) return undefined
  if (text.includes('\uFFFD'))
    return warning(
      'mojibake',
      `Dans ${quoted(text)}, des lettres ont été perdues (�) : retrouvez-les dans le fichier de départ.`,
    )
  const reading = readMojibake(text)
  if (reading.status !== 'certain' || reading.value === text) return undefined
  if (STILL_DAMAGED.test(reading.value))
    return warning(
      'mojibake',
      `${quoted(text)} a des accents abîmés plusieurs fois de suite : retrouvez ce texte dans le fichier de départ.`,
    )
  return warning(
    'mojibake',
    `${quoted(text)} a des accents abîmés : il faut lire ${quoted(reading.value)}.`,
    reading.value,
  )
}

const FORMULA = /^=\s*[A-Za-zÀ-ÿ$(+-][^=]*[(\d)]|^#(?:REF|N\/A|VALUE|VALEUR|NAME|NOM|DIV\/0|NUM|NOMBRE|NULL|NUL)[!?]?$/

const formula: OwnCheck = text => {
  const first = text.charCodeAt(0)
  if ((first !== 61 && first !== 35) || !FORMULA.test(text)) return undefined
  return warning(
    'formula-text',
    first === 35
      ? `${quoted(text)} est un message d'erreur d'un tableur, pas une donnée.`
      : `${quoted(text)} est une formule d'un tableur : écrivez plutôt son résultat.`,
  )
}

const destroyedSiret: OwnCheck = text =>
  isDestroyedSiret(text)
    ? warning(
        'broken-siret',
        `${quoted(text)} a été abîmé par un tableur : les derniers chiffres de ce SIRET sont perdus, il faut les retrouver à la source.`,
      )
    : undefined

/** Columns that speak of the town itself: another commune's number there is a mistake; elsewhere it may be meant. */
const OWN_COLUMN = /coll|attribuant|acheteur|organisme|producteur|commune|mairie|ville/i

function foreignSiren(field: Field, options: CheckOptions): OwnCheck {
  const { town } = options
  if (!town?.siren) return () => undefined
  let owners: Map<string, string> | undefined
  const ownerOf = (siren: string) => {
    owners ??= new Map(
      (options.communes?.all ?? []).flatMap(({ siren, name }) => (siren ? [[siren, name] as const] : [])),
    )
    return owners.get(siren)
  }
  const level = OWN_COLUMN.test(field.name) ? 'warning' : 'advice'
  return text => {
    const siren = text.replace(/\s/g, '').slice(0, 9)
    if (siren === town.siren || !isSiren(siren)) return undefined
    const owner = ownerOf(siren)
    if (owner === undefined) return undefined
    return {
      level,
      code: 'carnet/foreign-siren',
      message: `${quoted(text)} est le numéro de la commune « ${owner} », pas celui de « ${town.name} » : est-ce voulu ?`,
    }
  }
}

const hours: OwnCheck = (text, _, wrong) => {
  if (wrong) return undefined
  const why = whyBroken(text)
  return why === undefined ? undefined : warning('broken-hours', why)
}

/** Evaluating hours is slow (a thousand a second), and towns write the same ones: remembered from one file to the next. */
const evaluated = new Map<string, string | undefined>()
const MOST_EVALUATED = 5_000

function whyBroken(text: string): string | undefined {
  if (evaluated.has(text)) return evaluated.get(text)
  if (evaluated.size >= MOST_EVALUATED) evaluated.clear()
  const why = brokenHours(text)
  evaluated.set(text, why)
  return why
}

/** Codes whose leading zero a spreadsheet eats, and which the model's rules let through without it. */
function lostZeros(role: Role | undefined, options: CheckOptions): OwnCheck[] {
  const read = readerOf(role, options)
  const digits = { insee: 4, postcode: 4, siren: 8, siret: 13 }[role as string]
  if (!read || digits === undefined) return []
  return [
    (text, _, wrong) => {
      if (wrong || text.length !== digits || !/^\d+$/.test(text)) return undefined
      const reading = read(text)
      if (reading.status !== 'certain' || reading.value !== `0${text}`) return undefined
      return warning(
        'lost-zeros',
        `${quoted(text)} a perdu le zéro du début : il faut écrire « ${reading.value} ».`,
        reading.value,
      )
    },
  ]
}

/** The list of communes may be loaded when it is first asked for: only by a cell that needs it. */
function readerOf(role: Role | undefined, options: CheckOptions): ((text: string) => Reading) | undefined {
  const known = () => (options.communes ? { communes: options.communes } : {})
  switch (role) {
    case 'insee':
      return text => readInsee(text, known())
    case 'postcode':
      return text => readPostcode(text, known())
    case 'siren':
      return readSiren
    case 'siret':
      return readSiret
    default:
      return undefined
  }
}

/** The certain repair of a point is the same reading that a recipe makes: the two numbers turned, or metres converted. */
function pointCheck(field: Field, options: CheckOptions): OwnCheck {
  return (text, value) => {
    if (!Array.isArray(value)) return undefined
    const fault = pointFault(value[0] as number, value[1] as number, text, options)
    if (!fault) return undefined
    const reading = readLonlat(text, { format: field.format })
    return reading.status === 'certain' && reading.value !== text ? { ...fault, to: reading.value } : fault
  }
}
