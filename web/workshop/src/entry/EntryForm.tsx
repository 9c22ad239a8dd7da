import { type FormEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import { announce, Button, Notice } from '../design/index.ts'
import { type ReadRow, readRow, type Values } from './check-row.ts'
import { GivenFields } from './GivenFields.tsx'
import './entry.css'
import { type Reader, readerOf } from './feedback.ts'
import type { Form } from './form.ts'
import { Problems } from './Problems.tsx'
import { SectionFields } from './SectionFields.tsx'

interface EntryFormProps {
  readonly form: Form
  readonly model: Model
  readonly town?: Town | undefined
  readonly addresses?: AddressIndex | undefined
  readonly values: Values
  readonly onChange: (values: (before: Values) => Values) => void
  /** Keeps the row; the form is then emptied by whoever holds the values. */
  readonly onSave: (cells: Values) => void
  readonly saveWords: string
  readonly onCancel?: (() => void) | undefined
  readonly withMap?: boolean
}

/**
 * The form of one row. Nothing forbids to keep a row that is not complete: somebody in the street may not know everything. What is missing is
 * shown once, then kept as it is if she says so.
 */
export function EntryForm(props: EntryFormProps) {
  const { form, model, town, addresses, values, onChange, onSave, saveWords, onCancel, withMap = true } = props
  const [told, setTold] = useState<ReadRow>()
  const place = useRef<HTMLFormElement>(null)
  const readers = useReaders(model, town)
  const change = useMemo(
    () => (name: string, value: string) => onChange(before => ({ ...before, [name]: value })),
    [onChange],
  )
  const problems = new Map(
    told ? readRow(form, readers, values, model, town).problems.map(one => [one.field, one.message]) : [],
  )
  const keep = (cells: Values) => {
    // The form is empty again before the focus goes to its first field.
    flushSync(() => {
      setTold(undefined)
      onSave(cells)
    })
    place.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const row = readRow(form, readers, values, model, town)
    if (row.empty) return announce('Cette fiche est vide : écrivez au moins une case.')
    if (row.problems.length === 0) return keep(row.cells)
    setTold(row)
    announce(`${row.problems.length === 1 ? 'Une case est' : `${row.problems.length} cases sont`} à vérifier.`)
  }
  return (
    <form className="stack entry-form" ref={place} onSubmit={submit} noValidate>
      {model.remarks.length > 0 && <Notice>{model.remarks[0]}</Notice>}
      {form.sections.map(section => (
        <SectionFields
          key={section.id}
          {...{ section, values, readers, town, addresses, withMap, problems }}
          columns={model.fields}
          onChange={change}
        />
      ))}
      <GivenFields given={form.given} values={values} onChange={change} />
      {told && problems.size > 0 && (
        <Problems
          key={told.problems.length}
          problems={problems}
          fields={model.fields}
          onKeep={() => keep(readRow(form, readers, values, model, town).cells)}
        />
      )}
      <div className="row entry-acts">
        <Button type="submit" kind="primary" size="large" icon="check">
          {saveWords}
        </Button>
        {onCancel && <Button onPress={onCancel}>Annuler</Button>}
      </div>
    </form>
  )
}

/** Rules are compiled once a model. */
const useReaders = (model: Model, town: Town | undefined): ReadonlyMap<string, Reader> =>
  useMemo(
    () => new Map(model.fields.map(field => [field.name, readerOf(field, model, town ? { town } : {})])),
    [model, town],
  )
