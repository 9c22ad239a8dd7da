import type { Field, Model } from '../models/model.ts'
import { type FieldKind, kindOf } from '../recipe/kinds.ts'
import type { Step } from '../recipe/step.ts'
import { unitOfField, unitOfHeader } from '../recipe/units.ts'
import { type Column, findColumn, type Table } from '../table/table.ts'
import { profileDates } from '../values/date-profile.ts'
import type { ValueKind } from '../values/kind.ts'
import { readMojibake } from '../values/mojibake.ts'
import { isNullWord } from '../values/null-word.ts'
import { profileNumbers } from '../values/number-profile.ts'
import { readValue } from '../values/read-value.ts'
import { tidyText } from '../values/text.ts'
import { convertUnit } from '../values/unit.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { type Profile, profileColumn } from './profile.ts'

/** Writes the values of each column of the model as the model wants them, column by column. */
export function proposeValues(draft: Draft, context: Context): void {
  for (const { name } of draft.table.columns) proposeAccents(draft, name)
  for (const field of context.model.fields) {
    if (!findColumn(draft.table, field.name)) continue
    proposeNullWords(draft, field, context)
    proposeKind(draft, field, context)
    proposeUnit(draft, field)
    proposeTidy(draft, field)
  }
}

const profileOf = (table: Table, name: string): Profile => profileColumn(findColumn(table, name)!)

const countWhere = (profile: Profile, test: (text: string) => boolean): number => {
  let sum = 0
  for (const [text, count] of profile.counts) if (test(text)) sum += count
  return sum
}

const cells = (count: number): string => (count === 1 ? 'une cellule' : `${count} cellules`)

/** Of every column, even those that the model does not know: nobody wants « Ã© ». */
function proposeAccents(draft: Draft, name: string): void {
  const broken = countWhere(profileOf(draft.table, name), text => {
    const reading = readMojibake(text)
    return reading.status === 'certain' && reading.value !== text && reading.value !== tidyText(text)
  })
  if (broken === 0) return
  draft.apply(
    { type: 'normalise', column: name, kind: 'mojibake' },
    `Rétablir les accents abîmés de « ${name} » (${cells(broken)}).`,
    { before: broken, after: 0 },
  )
}

/** « NC », « - », « néant »: empty, unless the model itself knows this writing. */
function proposeNullWords(draft: Draft, field: Field, context: Context): void {
  if (field.constraints.required) return
  const constrained =
    field.constraints.enum !== undefined || field.constraints.pattern !== undefined || field.type === 'boolean'
  const words = new Set<string>()
  const profile = profileOf(draft.table, field.name)
  const count = countWhere(profile, text => {
    const isNull = isNullWord(text) && !(constrained && context.conforms(field, text))
    if (isNull) words.add(text)
    return isNull
  })
  if (count === 0) return
  const values = [...words].map(from => ({ from, to: '' }))
  draft.apply(
    { type: 'replace-values', column: field.name, values },
    `Vider ${cells(count)} de « ${field.name} » qui ${count === 1 ? 'dit' : 'disent'} seulement ${[...words]
      .slice(0, 4)
      .map(word => `« ${word} »`)
      .join(', ')}.`,
    { before: count, after: 0 },
  )
}

/** The reason of a step, by kind: what the column becomes. */
const PURPOSES: Partial<Record<ValueKind, string>> = {
  date: 'Écrire les dates de la même façon',
  datetime: 'Écrire les dates et heures de la même façon',
  period: 'Écrire les périodes avec une barre entre leurs deux dates',
  time: 'Écrire les heures de la même façon',
  year: 'Écrire les années en quatre chiffres',
  number: 'Écrire les nombres sans espace ni symbole, avec un point pour les décimales',
  integer: 'Écrire les nombres entiers avec leurs seuls chiffres',
  boolean: 'Écrire oui et non comme le modèle',
  siren: 'Écrire les SIREN en 9 chiffres',
  siret: 'Écrire les SIRET en 14 chiffres',
  insee: 'Écrire les codes INSEE avec leurs zéros',
  postcode: 'Écrire les codes postaux en 5 chiffres',
  phone: 'Écrire les téléphones de la même façon',
  email: 'Écrire les adresses de courriel sans espace',
  url: 'Compléter les adresses des pages internet',
  street: 'Écrire les rues de la même façon',
  town: 'Écrire les communes avec leur nom officiel',
  century: 'Écrire les siècles de la même façon',
  latitude: 'Écrire les latitudes en degrés',
  longitude: 'Écrire les longitudes en degrés',
  lonlat: 'Écrire les coordonnées comme le modèle le demande',
  hours: 'Traduire les horaires pour OpenStreetMap',
  choices: 'Écrire les valeurs comme dans la liste du modèle, séparées par une barre',
  enum: 'Écrire les valeurs comme dans la liste du modèle',
}

function proposeKind(draft: Draft, field: Field, context: Context): void {
  const how = kindOf(field)
  const { kind } = how
  if (kind === 'text') return
  const column = findColumn(draft.table, field.name)!
  const profile = profileColumn(column)
  const wrong = (one: Profile) => countWhere(one, text => !context.conforms(field, text))
  const options = withProfile(how, field, column)
  const before = Math.max(
    wrong(profile),
    isWrittenOneWay(kind, field, context.model) ? changing(profile, kind, context) : 0,
  )
  // A date may be well written and still be doubted: of another year than the others, its day and month exchanged.
  const doubts = before === 0 && DATES.has(kind) ? doubtful(column, kind, options) : 0
  if (before + doubts === 0) return
  const step = stepFor(field.name, kind, options)
  const after = profileOf(draft.attempt(step), field.name)
  const remains = doubts > 0 ? doubts : wrong(after)
  const changed = !sameCounts(profile, after)
  if (!changed && remains === 0) return
  const purpose = `${PURPOSES[kind] ?? 'Écrire les valeurs de la même façon'} dans « ${field.name} »`
  draft.apply(step, changed ? `${purpose}.` : `${purpose} : ${cells(remains)} à confirmer.`, {
    before: before + doubts,
    after: Math.min(before + doubts, remains),
  })
}

const DATES = new Set<ValueKind>(['date', 'datetime', 'period'])

function doubtful(
  { cells: texts, natives }: Column,
  kind: ValueKind,
  options: Readonly<Record<string, unknown>> | undefined,
) {
  return texts.filter((text, row) => {
    const native = natives?.[row]
    return text !== '' && readValue(kind, text, { ...options, ...(native && { native }) }).status === 'doubtful'
  }).length
}

/** Kinds that are written one way even where the model would let several pass; some only where it says nothing of the writing. */
const ALWAYS = new Set<ValueKind>(['hours', 'town', 'century'])
const UNLESS_SAID = new Set<ValueKind>(['phone', 'email', 'url', 'siren', 'siret', 'insee', 'postcode'])

function isWrittenOneWay(kind: ValueKind, { name, constraints }: Field, model: Model): boolean {
  if (ALWAYS.has(kind)) return true
  if (!UNLESS_SAID.has(kind) || constraints.pattern !== undefined) return false
  // A national check takes phones in several writings: a valid file is left as it is. In Carnet's own models one writing is the rule.
  return model.kind === 'carnet' || !model.customChecks.some(({ params }) => params.column === name)
}

function changing(profile: Profile, kind: ValueKind, { options }: Context): number {
  const known = {
    ...(options.communes && { communes: options.communes }),
    ...(options.town?.department && { department: options.town.department }),
  }
  return countWhere(profile, text => {
    const reading = readValue(kind, text, known)
    return reading.status === 'certain' && reading.value !== text
  })
}

const stepFor = (column: string, kind: ValueKind, options: Readonly<Record<string, unknown>> | undefined): Step =>
  kind === 'hours'
    ? { type: 'hours', column, into: column }
    : { type: 'normalise', column, kind, ...(options && { options }) }

/** What the column as a whole tells of each cell: the order of day and month, the year of the file, the decimal sign; and the model's unit. */
function withProfile({ kind, options }: FieldKind, field: Field, column: Column) {
  switch (kind) {
    case 'date':
    case 'datetime':
    case 'period': {
      const { order, yearOfFile, swapped } = profileDates(column.cells, column.natives)
      return { ...options, order, ...(yearOfFile !== undefined && { yearOfFile }), ...(swapped && { swapped }) }
    }
    case 'number':
    case 'integer': {
      const { decimal } = profileNumbers(column.cells)
      const unit = unitOfField(field)
      if (decimal === 'unknown' && unit === undefined) return options
      return { ...options, ...(decimal !== 'unknown' && { decimal }), ...(unit !== undefined && { unit }) }
    }
    default:
      return options
  }
}

/** « Hauteur (m) » for a model in centimetres: every number is to be converted, or the header lies. Asked. */
function proposeUnit(draft: Draft, field: Field): void {
  const to = unitOfField(field)
  const header = draft.steps
    .flatMap(({ step, off }) => (off ? [] : step.type === 'map' ? step.columns : step.type === 'rename' ? [step] : []))
    .find(pair => pair.to === field.name)?.from
  const from = header === undefined ? undefined : unitOfHeader(header)
  if (to === undefined || from === undefined || from === to || convertUnit('1', from, to) === undefined) return
  const { filled } = profileOf(draft.table, field.name)
  if (filled === 0) return
  draft.suggest(
    { type: 'convert-unit', column: field.name, from, to },
    `La colonne « ${header} » semble être en ${from}, et le modèle attend « ${field.name} » en ${to} : faut-il convertir ?`,
    { before: filled, after: 0 },
  )
}

function sameCounts(a: Profile, b: Profile): boolean {
  if (a.counts.size !== b.counts.size) return false
  for (const [text, count] of a.counts) if (b.counts.get(text) !== count) return false
  return true
}

function proposeTidy(draft: Draft, field: Field): void {
  const untidy = countWhere(profileOf(draft.table, field.name), text => tidyText(text) !== text)
  if (untidy === 0) return
  draft.apply(
    { type: 'normalise', column: field.name, kind: 'text' },
    `Retirer les espaces en trop et les signes invisibles de « ${field.name} » (${cells(untidy)}).`,
    { before: untidy, after: 0 },
  )
}
