import { type ChangeEvent, memo, type ReactElement, useId } from 'react'
import { exampleOf } from '../../../../src/core/models/collection.ts'
import type { Field } from '../../../../src/core/models/model.ts'
import { RadioGroup } from '../design/index.ts'
import { FeedbackLine } from './FeedbackLine.tsx'
import type { Feedback, Reader } from './feedback.ts'
import type { Input } from './input.ts'

export interface EntryFieldProps {
  readonly field: Field
  readonly input: Input
  readonly value: string
  readonly reader: Reader
  /** Said when the row was to be saved: what is missing. */
  readonly problem?: string | undefined
  readonly onChange: (name: string, value: string) => void
}

export const titleOf = ({ title, name }: Field): string => title ?? name

/** The choice that empties the cell, for what may stay empty. */
const NONE = '-'

/** One column of the model: its title, its meaning, an example, the right keyboard, and what Carnet understands as one types. */
export const EntryField = memo(function EntryField(props: EntryFieldProps) {
  const { field, input, value, onChange, problem } = props
  if (input.control !== 'radio') return <TypedField {...props} input={input} />
  const optional = !field.constraints.required
  const none = optional ? [{ id: NONE, label: 'Je ne sais pas' }] : []
  return (
    <div className="entry-field" id={anchorOf(field)} tabIndex={-1}>
      <RadioGroup
        label={optional ? titleOf(field) : `${titleOf(field)} (obligatoire)`}
        description={field.meaning ?? field.description}
        choices={[...input.choices.map(({ value: id, label }) => ({ id, label })), ...none]}
        value={value === '' ? (optional ? NONE : null) : value}
        onChange={id => onChange(field.name, id === NONE ? '' : id)}
        look={input.choices.length <= 3 ? 'row' : 'list'}
        error={problem}
      />
    </div>
  )
})

/** Where the list of problems sends the focus. */
export const anchorOf = (field: Field): string => `saisie-${field.name}`

type Typed = EntryFieldProps & { readonly input: Exclude<Input, { control: 'radio' }> }

function TypedField({ field, input, value, reader, problem, onChange }: Typed) {
  const id = useId()
  const feedback = reader(value)
  const shown: Feedback =
    problem && feedback.tone === 'empty' ? { ...feedback, tone: 'wrong', message: problem } : feedback
  const wrong = shown.tone === 'wrong'
  const attributes = {
    id: anchorOf(field),
    className: 'c-input',
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      onChange(field.name, event.target.value),
    'aria-describedby': `${id}-meaning ${id}-feedback`,
    ...(field.constraints.required && { 'aria-required': true }),
    ...(wrong && { 'aria-invalid': true, 'data-invalid': true }),
  }
  return (
    <div className="c-field entry-field">
      <FieldHeading field={field} input={input} id={id} />
      <Control input={input} attributes={attributes} value={value} />
      <FeedbackLine id={`${id}-feedback`} feedback={shown} onFix={fix => onChange(field.name, fix)} />
    </div>
  )
}

function FieldHeading({ field, input, id }: { readonly field: Field; readonly input: Input; readonly id: string }) {
  const meaning = field.meaning ?? field.description
  // A list shows its values: an example would say one of them again.
  const example = input.control === 'select' || input.control === 'date' ? '' : exampleOf(field)
  return (
    <>
      <div className="c-field-head">
        <label className="c-label" htmlFor={anchorOf(field)}>
          {titleOf(field)}
        </label>
        {field.constraints.required && <span className="entry-required">obligatoire</span>}
      </div>
      <div className="c-description" id={`${id}-meaning`}>
        {meaning}
        {example !== '' && (
          <>
            {' '}
            <span className="entry-example">
              Exemple : <em>{input.control === 'hours' ? 'du lundi au vendredi de 9 h à 12 h' : example}</em>
            </span>
          </>
        )}
      </div>
    </>
  )
}

interface ControlProps {
  readonly input: Typed['input']
  readonly value: string
  readonly attributes: {
    readonly id: string
    readonly className: string
    readonly value: string
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => void
  }
}

function Control({ input, value, attributes }: ControlProps): ReactElement {
  switch (input.control) {
    case 'long':
      return <textarea {...attributes} rows={3} />
    case 'hours':
      return <textarea {...attributes} rows={2} className="c-input entry-hours" />
    case 'select':
      return (
        <select {...attributes}>
          <option value="">Choisir…</option>
          {value !== '' && !input.choices.some(choice => choice.value === value) && <option>{value}</option>}
          {input.choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )
    case 'date':
      // What is kept may be no day (a row of an old file): the browser's own control would show nothing of it.
      return /^(\d{4}-\d{2}-\d{2})?$/.test(value) ? (
        <input {...attributes} type="date" />
      ) : (
        <input {...attributes} type="text" />
      )
    case 'line':
      return <input {...attributes} type={input.type} inputMode={input.keyboard} autoComplete="off" />
  }
}
