import { shiftPoint } from './decimal.ts'
import { comparisonKey, oneLine } from './text.ts'

/** Usual writings of each unit; the first is the symbol. `power`: how many times ten of the family's smallest unit it is. */
interface Unit {
  readonly family: string
  readonly power: number
  readonly names: readonly string[]
}

const unit = (family: string, power: number, names: string): Unit => ({ family, power, names: names.split('|') })

const UNITS: readonly Unit[] = [
  unit('length', 0, 'mm|millimètre|millimètres'),
  unit('length', 1, 'cm|centimètre|centimètres'),
  unit('length', 2, 'dm|décimètre|décimètres'),
  unit('length', 3, 'm|mètre|mètres|mètre linéaire|mètres linéaires'),
  unit('length', 6, 'km|kilomètre|kilomètres|kms'),
  unit('area', 0, 'cm²|cm2'),
  unit('area', 4, 'm²|m2|mètre carré|mètres carrés'),
  unit('area', 6, 'a|are|ares'),
  unit('area', 8, 'ha|hectare|hectares'),
  unit('area', 10, 'km²|km2|kilomètre carré|kilomètres carrés'),
  unit('volume', 0, 'ml|millilitre|millilitres'),
  unit('volume', 1, 'cl|centilitre|centilitres'),
  unit('volume', 3, 'l|litre|litres'),
  unit('volume', 5, 'hl|hectolitre|hectolitres'),
  unit('volume', 6, 'm³|m3|mètre cube|mètres cubes'),
  unit('mass', 0, 'g|gramme|grammes|gr'),
  unit('mass', 3, 'kg|kilo|kilos|kilogramme|kilogrammes'),
  unit('mass', 6, 't|tonne|tonnes'),
  unit('power', 0, 'W|watt|watts'),
  unit('power', 3, 'kW|kilowatt|kilowatts'),
  unit('power', 6, 'MW|mégawatt|mégawatts'),
  unit('energy', 0, 'Wh'),
  unit('energy', 3, 'kWh'),
  unit('energy', 6, 'MWh'),
  unit('euro', 0, '€|euro|euros|EUR|€ TTC|€ HT|euros TTC|euros HT|EUR TTC|EUR HT'),
  unit('euro', 3, 'k€|kilo-euro|kilo-euros|keuros|milliers d’euros'),
  unit('euro', 6, 'M€|million d’euros|millions d’euros'),
  unit('percent', 0, '%|pour cent|pourcent'),
  unit('permille', 0, '‰'),
  unit('kVA', 0, 'kVA'),
  unit('ampere', 0, 'A|ampère|ampères'),
  unit('volt', 0, 'V|volt|volts'),
  unit('temperature', 0, '°C|degré|degrés|°'),
  unit('speed', 0, 'km/h|kmh'),
  unit('hour', 0, 'h|heure|heures'),
  unit('minute', 0, 'min|mn|minute|minutes'),
  unit('tonnage', 0, 'PTAC'),
]

const key = (name: string): string =>
  /[²³€%‰°/]/.test(name) ? name.replace(/\s/g, '').toLowerCase() : comparisonKey(name)

const known = (name: string): Unit | undefined =>
  UNITS.find(({ names }) => names.includes(name)) ??
  UNITS.find(({ names }) => names.some(other => key(other) === key(name)))

/** The usual symbol of a unit (« mètres carrés » gives « m² »); undefined when Carnet does not know it. */
export const unitSymbol = (name: string): string | undefined => known(name.trim())?.names[0]

/** True when both are writings of one unit; unknown words are compared without accents nor plural. */
export function sameUnit(a: string, b: string): boolean {
  const [one, other] = [known(a), known(b)]
  if (one || other) return one === other
  const singular = (name: string): string => comparisonKey(name).replace(/s\b/g, '')
  return singular(a) === singular(b)
}

export interface Quantity {
  /** As written. */
  readonly number: string
  /** The usual symbol, or the words as written when Carnet does not know them; '' without unit. */
  readonly unit: string
}

const AFTER = /^([(]?[+\-−–]?\s?[\d.,](?:[\d\s.,'’]*\d)?[.,]?(?:\s?e[+-]?\d{1,2})?[)]?-?)\s?([^\d\s.,()+\-−–'’].*)$/i
const BEFORE = /^([€$£]|EUR)\s?([(]?[+\-−–]?\s?\d.*)$/i

/** Parts « 3,50 m² » in « 3,50 » and « m² »; « € 12 » too. Undefined when there is no unit beside a number. */
export function splitUnit(text: string): Quantity | undefined {
  const line = oneLine(text)
  if (line.length > 120) return undefined
  const before = BEFORE.exec(line)
  if (before) return { number: before[2]!, unit: unitSymbol(before[1]!) ?? before[1]! }
  const after = AFTER.exec(line)
  if (!after) return undefined
  const name = after[2]!.trim()
  return { number: after[1]!.trim(), unit: unitSymbol(name) ?? name }
}

/**
 * A canonical decimal from one unit to another of the same family, by moving the point only: never a rounding. Undefined when the units are
 * not of one family. Nobody calls it without being asked to convert.
 */
export function convertUnit(decimal: string, from: string, to: string): string | undefined {
  const [source, target] = [known(from), known(to)]
  if (!source || !target || source.family !== target.family) return undefined
  return shiftPoint(decimal, source.power - target.power)
}
