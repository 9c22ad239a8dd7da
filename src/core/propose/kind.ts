import type { Field, Model } from '../models/model.ts'
import { type FieldKind, kindOf } from '../recipe/kinds.ts'
import type { Step } from '../recipe/step.ts'
import { unitOfField } from '../recipe/units.ts'
import { type Column, findColumn } from '../table/table.ts'
import { profileDates } from '../values/date-profile.ts'
import type { ValueKind } from '../values/kind.ts'
import { profileNumbers } from '../values/number-profile.ts'
import { readValue } from '../values/read-value.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { cells, countWhere, type Profile, profileColumn, profileOf } from './profile.ts'

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

export function proposeKind(draft: Draft, field: Field, context: Context): void {
  const how = kindOf(field)
  const { kind } = how
  if (kind === 'text') return
  const column = findColumn(draft.table, field.name)!
  const profile = profileColumn(column)
  const wrong = (one: Profile) => countWhere(one, text => !context.conforms(field, text))
  const options = withProfile(how, field, column)
  const turned = kind === 'lonlat' ? countWhere(profile, text => isTurned(text, options)) : 0
  const before = Math.max(
    wrong(profile),
    turned,
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
  const order = turned > 0 ? ` ; dans ${cells(turned)}, la latitude était écrite en premier` : ''
  draft.apply(step, changed ? `${purpose}${order}.` : `${purpose} : ${cells(remains)} à confirmer.`, {
    before: before + doubts,
    after: Math.min(before + doubts, remains),
  })
}

/** A pair that only falls in France the other way round, though the model's form is right. */
function isTurned(text: string, options: Readonly<Record<string, unknown>> | undefined): boolean {
  const reading = readValue('lonlat', text, options)
  const [written, read] = [text, reading.status === 'certain' ? reading.value : ''].map(
    one => one.match(/-?\d+(?:\.\d+)?/g) ?? [],
  )
  return (
    written!.length === 2 && read!.length === 2 && written![0] !== read![0] && Number(written![0]) === Number(read![1])
  )
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

function sameCounts(a: Profile, b: Profile): boolean {
  if (a.counts.size !== b.counts.size) return false
  for (const [text, count] of a.counts) if (b.counts.get(text) !== count) return false
  return true
}
