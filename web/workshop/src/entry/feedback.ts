import { ColumnRule } from '../../../../src/core/check/column-rule.ts'
import { readHours } from '../../../../src/core/hours/read-hours.ts'
import { writeHours } from '../../../../src/core/hours/write-hours.ts'
import type { Field, Model, Town } from '../../../../src/core/models/model.ts'
import { kindOf } from '../../../../src/core/recipe/kinds.ts'
import { type ReadValueOptions, readValue } from '../../../../src/core/values/read-value.ts'
import type { Reading } from '../../../../src/core/values/reading.ts'
import { tidyText } from '../../../../src/core/values/text.ts'

/** What is said under a field while somebody types in it. */
export interface Feedback {
  /** `read`: another writing will be kept, shown in `message`; `ask`: kept as typed, to be confirmed; `wrong`: does not fit. */
  readonly tone: 'empty' | 'good' | 'read' | 'ask' | 'wrong'
  readonly message?: string
  /** What is kept when the row is saved. */
  readonly value: string
  /** Corrections in one click. */
  readonly fixes: readonly string[]
}

export type Reader = (text: string) => Feedback

export interface ReaderWorld {
  readonly town?: Town
}

/** The reader of one field, its rules compiled once. */
export function readerOf(
  field: Field,
  model: Pick<Model, 'missingValues' | 'customChecks'>,
  { town }: ReaderWorld,
): Reader {
  const rule = new ColumnRule(field, model, town ? { town } : {})
  const { kind, options } = kindOf(field)
  const known = {
    ...options,
    ...(town?.department && { department: town.department }),
    ...(town?.box && { box: town.box }),
  }
  return text => {
    if (text.trim() === '') return { tone: 'empty', value: '', fixes: [] }
    if (kind === 'hours') return hoursFeedback(text)
    return feedbackOf(tidyText(text), rule, readValue(kind, text, known as ReadValueOptions))
  }
}

function feedbackOf(text: string, rule: ColumnRule, reading: Reading): Feedback {
  const fits = rule.conforms(text)
  if (reading.status === 'certain' && reading.value !== text && rule.conforms(reading.value))
    return {
      tone: 'read',
      value: reading.value,
      message: `Carnet écrira « ${reading.value} ».`,
      fixes: [reading.value],
    }
  if (reading.status === 'doubtful')
    return {
      tone: 'ask',
      value: text,
      message: reading.question,
      fixes: reading.candidates.map(({ value }) => value).filter(value => rule.conforms(value)),
    }
  const [fault] = rule.judge(text).faults
  if (!fault) return { tone: 'good', value: text, fixes: [] }
  return {
    tone: fits ? 'ask' : 'wrong',
    value: text,
    message: fault.message,
    fixes: fault.to === undefined ? [] : [fault.to],
  }
}

/** Hours are typed in French; what is kept is OpenStreetMap's writing, and the person reads what was understood. */
function hoursFeedback(text: string): Feedback {
  const reading = readHours(text)
  switch (reading.status) {
    case 'empty':
      return { tone: 'empty', value: '', fixes: [] }
    case 'certain':
      return { tone: 'read', value: reading.value, message: `Compris : ${inFrench(reading.value)}`, fixes: [] }
    case 'doubtful':
      return {
        tone: 'ask',
        value: tidyText(text),
        message: reading.question,
        fixes: reading.candidates.map(({ value }) => value),
      }
  }
}

function inFrench(value: string): string {
  const written = writeHours(value)
  return written.status === 'written' ? written.text : value
}
