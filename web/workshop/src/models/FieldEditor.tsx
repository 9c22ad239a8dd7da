import { useState } from 'react'
import { PLAIN_MEANINGS, PLAIN_TYPES, type PlainType } from '../../../../src/core/models/plain-types.ts'
import { Badge, Button, Checkbox, Icon, Select, TextArea, TextField } from '../design/index.ts'
import type { changeField, KeyedField } from './edit-draft.ts'

interface FieldEditorProps {
  readonly field: KeyedField
  readonly at: number
  readonly count: number
  readonly problem: string | undefined
  readonly change: (what: Parameters<typeof changeField>[2]) => void
  readonly move: (by: -1 | 1) => void
  readonly remove: () => void
}

const TYPES = PLAIN_TYPES.map(id => ({ id, label: PLAIN_MEANINGS[id].label, detail: PLAIN_MEANINGS[id].meaning }))

/** One column: folded, a line that says it; unfolded, everything that can be changed. */
export function FieldEditor({ field, at, count, problem, change, move, remove }: FieldEditorProps) {
  const [open, setOpen] = useState(field.title === '')
  const name = field.title || 'Colonne sans titre'
  return (
    <li className="models-editor-line" data-field={field.key}>
      <details
        className="field-editor"
        open={open || problem !== undefined}
        onToggle={event => setOpen(event.currentTarget.open)}
      >
        <summary>
          <span className="field-editor-number soft">{at + 1}</span>
          <span className="field-editor-title">{name}</span>
          <Badge>{PLAIN_MEANINGS[field.type].label}</Badge>
          {field.required && <Badge kind="attention">obligatoire</Badge>}
          <Icon name="chevron-down" />
        </summary>
        {(open || problem !== undefined) && <Inside {...{ field, problem, change }} />}
      </details>
      <div className="row field-editor-acts">
        <Button
          kind="quiet"
          size="small"
          icon="arrow-up"
          aria-label={`Monter ${name}`}
          isDisabled={at === 0}
          onPress={() => move(-1)}
        />
        <Button
          kind="quiet"
          size="small"
          icon="arrow-down"
          aria-label={`Descendre ${name}`}
          isDisabled={at === count - 1}
          onPress={() => move(1)}
        />
        <Button kind="quiet" size="small" icon="trash" aria-label={`Retirer ${name}`} onPress={remove} />
      </div>
    </li>
  )
}

function Inside({ field, problem, change }: Pick<FieldEditorProps, 'field' | 'problem' | 'change'>) {
  return (
    <div className="field-editor-inside">
      <TextField
        label="Titre"
        description={`Dans le fichier publié : ${field.name}`}
        value={field.title}
        onChange={title => change({ title })}
        error={field.title.trim() === '' ? problem : undefined}
      />
      <Select
        label="Ce qu’on y écrit"
        choices={TYPES}
        value={field.type}
        onChange={type => change({ type: type as PlainType })}
      />
      {field.type === 'choice' && (
        <ChoicesField choices={field.choices} onChange={choices => change({ choices })} problem={problem} />
      )}
      <TextArea
        label="Ce que cela veut dire"
        description="Avec vos mots, pour la personne qui remplira."
        rows={2}
        optional
        value={field.meaning}
        onChange={meaning => change({ meaning })}
      />
      <TextField label="Exemple" optional value={field.example} onChange={example => change({ example })} />
      <Checkbox isSelected={field.required} onChange={required => change({ required })}>
        Toujours rempli : une ligne sans cela n’est pas finie
      </Checkbox>
    </div>
  )
}

interface ChoicesFieldProps {
  readonly choices: readonly string[]
  readonly onChange: (choices: readonly string[]) => void
  readonly problem: string | undefined
}

/** A line a value: while one types, an empty line is the next value being begun. */
function ChoicesField({ choices, onChange, problem }: ChoicesFieldProps) {
  const [text, setText] = useState(choices.join('\n'))
  return (
    <TextArea
      label="Valeurs possibles, une par ligne"
      rows={Math.min(8, Math.max(3, choices.length + 1))}
      value={text}
      error={choices.length === 0 ? problem : undefined}
      onChange={typed => {
        setText(typed)
        onChange([...new Set(typed.split('\n').map(line => line.trim()))].filter(line => line !== ''))
      }}
    />
  )
}
