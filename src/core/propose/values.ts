import type { Field } from '../models/model.ts'
import { unitOfField, unitOfHeader } from '../recipe/units.ts'
import { findColumn } from '../table/table.ts'
import { readMojibake } from '../values/mojibake.ts'
import { isNullWord } from '../values/null-word.ts'
import { tidyText } from '../values/text.ts'
import { convertUnit } from '../values/unit.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { proposeKind } from './kind.ts'
import { cells, countWhere, profileOf } from './profile.ts'

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

function proposeTidy(draft: Draft, field: Field): void {
  const untidy = countWhere(profileOf(draft.table, field.name), text => tidyText(text) !== text)
  if (untidy === 0) return
  draft.apply(
    { type: 'normalise', column: field.name, kind: 'text' },
    `Retirer les espaces en trop et les signes invisibles de « ${field.name} » (${cells(untidy)}).`,
    { before: untidy, after: 0 },
  )
}
