import { drawKey } from '../api/index.ts'
import { announce, Button, TextArea, TextField } from '../design/index.ts'
import { addField, changeField, type KeyedDraft, moveField, removeField } from './edit-draft.ts'
import { FieldEditor } from './FieldEditor.tsx'

interface DraftEditorProps {
  readonly draft: KeyedDraft
  readonly change: (draft: KeyedDraft) => void
  readonly problems: readonly { readonly field?: number; readonly message: string }[]
}

/** The model in the making: its name, then its columns in order, each edited with the keyboard alone. */
export function DraftEditor({ draft, change, problems }: DraftEditorProps) {
  const of = (field?: number) => problems.find(one => one.field === field)?.message
  const move = (key: string, by: -1 | 1) => {
    const moved = moveField(draft, key, by)
    change(moved)
    announce(`Colonne n° ${moved.fields.findIndex(field => field.key === key) + 1} sur ${moved.fields.length}.`)
  }
  const remove = (key: string, at: number) => {
    change(removeField(draft, key))
    announce('Colonne retirée.')
    // The focus goes to the column that took its place, or to the button that adds one.
    requestAnimationFrame(() =>
      (
        document.querySelectorAll<HTMLElement>('.field-editor > summary')[at] ??
        document.getElementById('ajouter-colonne')
      )?.focus(),
    )
  }
  const add = () => {
    const key = drawKey()
    change(addField(draft, key))
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field="${key}"] input`)?.focus())
  }
  return (
    <div className="stack">
      <section className="card stack">
        <TextField
          label="Nom du modèle"
          description="Ce que contient la feuille : « Lavoirs et fontaines »."
          value={draft.title}
          onChange={title => change({ ...draft, title })}
          error={draft.title.trim() === '' ? of(undefined) : undefined}
        />
        <TextArea
          label="À quoi sert cette liste ?"
          rows={2}
          optional
          value={draft.description}
          onChange={description => change({ ...draft, description })}
        />
      </section>
      <h2>Les colonnes</h2>
      <ol className="models-editor">
        {draft.fields.map((field, at) => (
          <FieldEditor
            key={field.key}
            field={field}
            at={at}
            count={draft.fields.length}
            problem={of(at)}
            change={what => change(changeField(draft, field.key, what))}
            move={by => move(field.key, by)}
            remove={() => remove(field.key, at)}
          />
        ))}
      </ol>
      <p>
        <Button icon="plus" id="ajouter-colonne" onPress={add}>
          Ajouter une colonne
        </Button>
      </p>
    </div>
  )
}
