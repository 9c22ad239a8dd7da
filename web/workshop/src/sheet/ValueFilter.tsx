import { useMemo, useState } from 'react'
import { Button, Checkbox } from '../design/index.ts'
import type { SheetData } from './sheet-data.ts'
import { type View, valuesOf } from './view.ts'

interface ValueFilterProps {
  readonly data: SheetData
  readonly column: number
  readonly view: View
  readonly onView: (view: View) => void
}

/** More would not be read: a search narrows the list. */
const SHOWN = 100

/** Chooses the values shown in a column, each with how many rows say it. */
export function ValueFilter({ data, column, view, onView }: ValueFilterProps) {
  const [wanted, setWanted] = useState('')
  const all = useMemo(() => valuesOf(data, column), [data, column])
  const values = useMemo(() => valuesOf(data, column, wanted), [data, column, wanted])
  const chosen = view.values.get(column)
  const show = (next: ReadonlySet<string> | undefined) => {
    const filters = new Map(view.values)
    if (next && next.size < all.length) filters.set(column, next)
    else filters.delete(column)
    onView({ ...view, values: filters })
  }
  const toggle = (value: string, on: boolean) => {
    const next = new Set(chosen ?? all.map(one => one.value))
    if (on) next.add(value)
    else next.delete(value)
    show(next)
  }
  return (
    <fieldset className="stack stack-tight">
      <legend className="small soft">Ne montrer que certaines valeurs</legend>
      {all.length > 8 && (
        <input
          className="c-input"
          aria-label="Chercher une valeur"
          placeholder="Chercher une valeur"
          value={wanted}
          onChange={event => setWanted(event.target.value)}
        />
      )}
      <div className="sheet-values">
        {values.slice(0, SHOWN).map(({ value, count }) => (
          <Checkbox key={value} isSelected={chosen?.has(value) ?? true} onChange={on => toggle(value, on)}>
            {value === '' ? <em>vide</em> : value} <span className="soft">({count})</span>
          </Checkbox>
        ))}
        {values.length > SHOWN && (
          <p className="soft small">Et {values.length - SHOWN} autres : cherchez pour les voir.</p>
        )}
      </div>
      <div className="row">
        {wanted !== '' && (
          <Button size="small" onPress={() => show(new Set(values.map(({ value }) => value)))}>
            Seulement celles-ci
          </Button>
        )}
        <Button size="small" onPress={() => show(new Set())}>
          Aucune
        </Button>
        <Button size="small" kind="quiet" onPress={() => show(undefined)} isDisabled={!chosen}>
          Toutes
        </Button>
      </div>
    </fieldset>
  )
}
