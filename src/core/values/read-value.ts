import { readHours } from '../hours/read-hours.ts'
import type { AddressIndex } from '../places/address-index.ts'
import type { Communes } from '../places/communes/index.ts'
import type { Native } from '../table/table.ts'
import { readBoolean } from './boolean.ts'
import { readCentury } from './century.ts'
import { readChoices } from './choices.ts'
import { readDate } from './date.ts'
import { readDateTime } from './datetime.ts'
import { readEmail } from './email.ts'
import { readEnum } from './enum.ts'
import { readInsee } from './insee.ts'
import type { ValueKind } from './kind.ts'
import { readLatitude } from './latitude.ts'
import { readLongitude } from './longitude.ts'
import { readLonlat } from './lonlat.ts'
import { readMojibake } from './mojibake.ts'
import { readNullWord } from './null-word.ts'
import { readInteger, readNumber } from './number.ts'
import { readPeriod } from './period.ts'
import { readPhone } from './phone.ts'
import { readPostcode } from './postcode.ts'
import type { Reading } from './reading.ts'
import { readSiren } from './siren.ts'
import { readSiret } from './siret.ts'
import { readStreet } from './street.ts'
import { readText } from './text.ts'
import { readTime } from './time.ts'
import { readTown } from './town.ts'
import { readUrl } from './url.ts'
import { readYear } from './year.ts'

/** Everything that any reader may use; each takes what it knows. All but `native`, `communes` and `addresses` are plain JSON, as a recipe step holds them. */
export interface ReadValueOptions {
  readonly native?: Native
  readonly communes?: Communes
  readonly addresses?: AddressIndex
  readonly yearOfFile?: number
  readonly order?: 'day-first' | 'month-first' | 'unknown'
  /** How bare numbers count their days, once the column is known to hold spreadsheet dates. */
  readonly serials?: '1900' | '1904'
  /** Of dates: the spreadsheet seems to have exchanged days and months in this column. */
  readonly swapped?: boolean
  /** Of the model's field: how dates and hours are written (`%d/%m/%Y`). */
  readonly format?: string
  /** Of numbers: the column's decimal sign once proven, its unit, and whether a person asked to convert the other units. */
  readonly decimal?: 'comma' | 'point' | 'unknown'
  readonly unit?: string
  readonly convert?: boolean
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  /** Of `enum`: the allowed values. */
  readonly values?: readonly string[]
  /** Other writings of these values, by value. */
  readonly valueSynonyms?: Readonly<Record<string, readonly string[]>>
  readonly department?: string
  /** Of towns: false when only certainty matters. */
  readonly candidates?: false
  /** Of coordinates: the town's west, south, east and north in degrees; the column's projection once decided (`EPSG:2154`). */
  readonly box?: readonly [number, number, number, number]
  readonly crs?: string
  readonly postcode?: string
}

/** One cell, one kind, one answer. */
export function readValue(kind: ValueKind, text: string, options: ReadValueOptions = {}): Reading {
  switch (kind) {
    case 'boolean':
      return readBoolean(text, options)
    case 'century':
      return readCentury(text, options.format === 'numbers' ? { format: 'numbers' } : {})
    case 'date':
      return readDate(text, options)
    case 'datetime':
      return readDateTime(text, options)
    case 'time':
      return readTime(text, options)
    case 'year':
      return readYear(text, options)
    case 'number':
      return readNumber(text, options)
    case 'integer':
      return readInteger(text, options)
    case 'null-word':
      return readNullWord(text)
    case 'siren':
      return readSiren(text)
    case 'siret':
      return readSiret(text)
    case 'insee':
      return readInsee(text, options)
    case 'postcode':
      return readPostcode(text, options)
    case 'latitude':
      return readLatitude(text, options)
    case 'longitude':
      return readLongitude(text, options)
    case 'lonlat':
      return readLonlat(text, options)
    case 'phone':
      return readPhone(text)
    case 'period':
      return readPeriod(text, options)
    case 'choices':
      return readChoices(text, options)
    case 'enum':
      return readEnum(text, options)
    case 'email':
      return readEmail(text)
    case 'url':
      return readUrl(text)
    case 'hours':
      return readHours(text)
    case 'mojibake':
      return readMojibake(text)
    case 'text':
      return readText(text)
    case 'street':
      return readStreet(text, options)
    case 'town':
      return readTown(text, options)
  }
}
