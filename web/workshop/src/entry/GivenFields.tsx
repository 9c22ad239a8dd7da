import { Icon } from '../design/index.ts'
import type { Values } from './check-row.ts'
import { anchorOf, titleOf } from './EntryField.tsx'
import type { Given } from './form.ts'

interface GivenFieldsProps {
  readonly given: readonly Given[]
  readonly values: Values
  readonly onChange: (name: string, value: string) => void
}

/** « Déjà rempli pour vous » : folded, and still hers to change. */
export function GivenFields({ given, values, onChange }: GivenFieldsProps) {
  if (given.length === 0) return null
  return (
    <details className="card entry-section">
      <summary className="entry-summary">
        <span className="entry-section-title">Déjà rempli pour vous</span>
        <span className="soft small">{given.map(({ field }) => titleOf(field)).join(', ')}</span>
        <Icon name="chevron-down" />
      </summary>
      <div className="stack entry-section-fields">
        {given.map(({ field, value, why }) => (
          <div className="c-field" key={field.name}>
            <label className="c-label" htmlFor={anchorOf(field)}>
              {titleOf(field)}
            </label>
            <p className="c-description" id={`${anchorOf(field)}-why`}>
              C’est {why}.
            </p>
            <input
              className="c-input"
              id={anchorOf(field)}
              aria-describedby={`${anchorOf(field)}-why`}
              value={values[field.name] ?? value}
              onChange={event => onChange(field.name, event.target.value)}
            />
          </div>
        ))}
      </div>
    </details>
  )
}
