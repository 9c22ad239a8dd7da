import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import { FREQUENCIES } from '../../../../../../src/core/fiche/fiche.ts'
import { FREQUENCY_WORDS, QUESTIONS } from '../../../../../../src/core/fiche/questions.ts'
import { RadioGroup, TextArea, TextField } from '../../../design/index.ts'
import { ContactField } from './ContactField.tsx'
import type { Draft } from './draft.ts'
import { LicenceField } from './LicenceField.tsx'
import { PeriodField } from './PeriodField.tsx'

export interface BoxFieldProps {
  readonly box: FicheBox
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly error: string | undefined
  readonly autoFocus: boolean
}

/** The right field for each box. */
export function BoxField(props: BoxFieldProps) {
  const { box, draft, onChange, error, autoFocus } = props
  const { label } = QUESTIONS[box.field]
  const text = {
    label,
    value: draft.text,
    onChange: (text: string) => onChange({ ...draft, text }),
    error,
    autoFocus,
    description: `Par exemple : ${box.example}`,
  }
  switch (box.field) {
    case 'title':
    case 'producer':
    case 'granularity':
      return <TextField {...text} optional={!box.required} />
    case 'keywords':
      return <TextField {...text} description={`Séparés par des virgules. Par exemple : ${box.example}`} />
    case 'description':
    case 'purpose':
    case 'collection':
    case 'processing':
    case 'uses':
    case 'considerations':
      return <TextArea {...text} optional={!box.required} rows={Math.min(12, draft.text.split('\n').length + 3)} />
    case 'frequency':
      return (
        <RadioGroup
          label={label}
          look="row"
          choices={FREQUENCIES.map(id => ({ id, label: FREQUENCY_WORDS[id] }))}
          value={draft.text === '' ? null : draft.text}
          onChange={id => onChange({ ...draft, text: id })}
          error={error}
        />
      )
    case 'licence':
      return <LicenceField {...props} />
    case 'contact':
      return <ContactField {...props} />
    case 'temporal':
      return <PeriodField {...props} />
    case 'spatial':
      return (
        <div className="fiche-two">
          <TextField {...text} label="Nom de la commune ou du territoire" />
          <TextField
            label="Code INSEE"
            value={draft.second}
            onChange={second => onChange({ ...draft, second })}
            description="5 caractères, comme 78217"
          />
        </div>
      )
  }
}
