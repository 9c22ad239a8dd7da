import { columnName, type FieldDraft, freeName, type ModelDraft } from '../models/draft.ts'
import { PLAIN_MEANINGS, PLAIN_TYPES, type PlainType } from '../models/plain-types.ts'
import { headerWords } from '../recipe/mapping/header.ts'
import { roleByName } from '../recipe/roles.ts'
import type { Table } from '../table/table.ts'
import type { ValueKind } from '../values/kind.ts'
import { readValue } from '../values/read-value.ts'
import { tidyText } from '../values/text.ts'
import { type Profile, profileTable } from './profile.ts'

/** A model proposed from any sheet: its titles give the columns, its values what they hold. Everything is to be looked at by a person. */
export function draftFromTable(table: Table, title: string): ModelDraft {
  const fields: FieldDraft[] = []
  for (const profile of profileTable(table))
    if (profile.filled > 0 || profile.name.trim() !== '') fields.push(fieldFrom(profile, fields))
  return { title: titleOf(title), description: '', fields }
}

function fieldFrom(profile: Profile, before: readonly FieldDraft[]): FieldDraft {
  const type = guessType(profile, before)
  const title = titleOf(profile.name) || `Colonne ${before.length + 1}`
  return {
    name: freeName(
      columnName(title),
      before.map(({ name }) => name),
    ),
    title,
    meaning: PLAIN_MEANINGS[type].meaning,
    example: exampleOf(profile, type),
    type,
    required: profile.rows > 0 && profile.filled === profile.rows,
    choices: type === 'choice' ? choicesOf(profile) : [],
    synonyms: profile.name.trim() === '' || profile.name === title ? [] : [profile.name],
  }
}

/** « NOM DE L'ESPACE » shouts; « nbPlaces » is left as it is. */
function titleOf(header: string): string {
  const tidy = tidyText(header)
    .replace(/[\n_]+/g, ' ')
    .trim()
  const calm = tidy.length > 4 && tidy === tidy.toUpperCase() && /\s/.test(tidy) ? tidy.toLowerCase() : tidy
  return calm.charAt(0).toUpperCase() + calm.slice(1)
}

/** Read as this kind without doubt: the share of the sample that must. */
const ENOUGH = 0.9
/** When the column's name says so too. */
const ENOUGH_WITH_NAME = 0.5

function guessType(profile: Profile, before: readonly FieldDraft[]): PlainType {
  const named = byName(profile, before)
  if (named && (KINDS[named] === undefined || share(profile, KINDS[named]) >= ENOUGH_WITH_NAME)) return named
  if (profile.sample.length === 0) return 'text'
  const alone = BY_VALUE.find(type => share(profile, KINDS[type]!) >= ENOUGH)
  if (alone && !isFigures(profile, alone)) return alone
  return isList(profile) ? 'choice' : 'text'
}

/** What the title alone tells: the role that the mapping would give it, or « nom », « libellé » once. */
function byName({ name }: Profile, before: readonly FieldDraft[]): PlainType | undefined {
  const role = roleByName(name)
  const type = role && PLAIN_TYPES.find(plain => PLAIN_MEANINGS[plain].role === role)
  if (type) return type
  const words = headerWords(name)
  if (words.includes('annee')) return 'year'
  if (words[0] === 'date') return 'date'
  const names = words.some(word => NAMES.has(word)) && !before.some(field => field.type === 'name')
  return names ? 'name' : undefined
}

const NAMES = new Set(['nom', 'libelle', 'enseigne', 'intitule', 'denomination', 'designation', 'titre', 'nomination'])

/** How the values of each type are read; the others take any text. */
const KINDS: Readonly<Partial<Record<PlainType, ValueKind>>> = {
  integer: 'integer',
  decimal: 'number',
  date: 'date',
  year: 'year',
  'yes-no': 'boolean',
  hours: 'hours',
  phone: 'phone',
  email: 'email',
  url: 'url',
  postcode: 'postcode',
  insee: 'insee',
  siret: 'siret',
  position: 'lonlat',
  latitude: 'latitude',
  longitude: 'longitude',
}

/** The types that values alone may tell, the most demanding first; a code of five figures is not known from a number by its values. */
const BY_VALUE: readonly PlainType[] = [
  'email',
  'url',
  'siret',
  'phone',
  'yes-no',
  'date',
  'position',
  'hours',
  'integer',
  'decimal',
]

function share({ sample }: Profile, kind: ValueKind): number {
  if (sample.length === 0) return 1
  const good = sample.filter(({ text, native }) => {
    if (kind === 'integer' || kind === 'number') return isNumber(text, kind)
    return readValue(kind, text, native === undefined ? {} : { native }).status === 'certain'
  })
  return good.length / sample.length
}

/** « 0123 » is a code: a number has no zero in front. */
const isNumber = (text: string, kind: 'integer' | 'number'): boolean =>
  !/^0\d/.test(text.trim()) && readValue(kind, text).status === 'certain'

/** « 0 » and « 1 » alone are counts more often than yes and no. */
const isFigures = ({ counts }: Profile, type: PlainType): boolean =>
  type === 'yes-no' && [...counts.keys()].every(text => /^[01]$/.test(text.trim()))

const MOST_CHOICES = 12

/** Few values, each met several times, none as long as a sentence. */
function isList({ counts, filled }: Profile): boolean {
  const values = [...counts.keys()]
  return (
    values.length >= 2 &&
    values.length <= MOST_CHOICES &&
    filled >= 3 * values.length &&
    values.every(text => text.length <= 60)
  )
}

const choicesOf = ({ counts }: Profile): string[] => [...new Set([...counts.keys()].map(tidyText))]

/** A value of the sheet, written as it will be checked; never somebody's phone or mail, for a model is shared. */
function exampleOf({ sample }: Profile, type: PlainType): string {
  if (type === 'phone' || type === 'email') return PLAIN_MEANINGS[type].example
  const kind = KINDS[type]
  for (const { text, native } of sample) {
    const reading = readValue(kind ?? 'text', text, native === undefined ? {} : { native })
    if (reading.status === 'certain' && reading.value.length <= 80) return type === 'yes-no' ? 'oui' : reading.value
  }
  return PLAIN_MEANINGS[type].example
}
