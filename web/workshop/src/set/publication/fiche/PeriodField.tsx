import { TextField } from '../../../design/index.ts'
import type { BoxFieldProps } from './BoxField.tsx'

/** First and last day that the data speaks of; one day alone is a period too. */
export const PeriodField = ({ draft, onChange, error, autoFocus }: BoxFieldProps) => (
  <div className="fiche-two">
    <TextField
      type="date"
      label="Du"
      value={draft.text}
      onChange={text => onChange({ ...draft, text })}
      error={error}
      autoFocus={autoFocus}
    />
    <TextField
      type="date"
      label="Au"
      optional
      value={draft.second}
      onChange={second => onChange({ ...draft, second })}
    />
  </div>
)
