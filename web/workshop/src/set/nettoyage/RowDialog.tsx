import { Button, Dialog, Select, TextArea } from '../../design/index.ts'
import { choicesOf, isRequired, titleOf } from '../../sheet/choices.ts'
import { said } from '../../sheet/finding-words.ts'
import type { SheetActions } from '../../sheet/sheet-actions.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'

interface RowDialogProps {
  readonly data: SheetData
  readonly row: number
  readonly actions: SheetActions
  readonly canWrite: boolean
  readonly onClose: () => void
  readonly onMove: (by: 1 | -1) => void
}

/** One row as a card: every column with its meaning, what is said of it, and room to write. The way to work on a phone. */
export function RowDialog({ data, row, actions, canWrite, onClose, onMove }: RowDialogProps) {
  return (
    <Dialog
      title={`Ligne ${data.lineOf(row)}`}
      open
      onClose={onClose}
      size="side"
      acts={
        <>
          <Button icon="arrow-left" onPress={() => onMove(-1)}>
            Précédente
          </Button>
          <Button after="arrow-right" onPress={() => onMove(1)}>
            Suivante
          </Button>
        </>
      }
    >
      <div className="stack clean-row" key={row}>
        {data.findingsAt(row, -1).map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        {data.names.map((name, column) => (
          <RowField key={name} {...{ data, row, column, actions, canWrite }} />
        ))}
      </div>
    </Dialog>
  )
}

type RowFieldProps = Pick<RowDialogProps, 'data' | 'row' | 'actions' | 'canWrite'> & { readonly column: number }

function RowField({ data, row, column, actions, canWrite }: RowFieldProps) {
  const field = data.fields[column]
  const text = data.text(row, column)
  const findings = data.findingsAt(row, column)
  const meaning = field?.meaning ?? field?.description
  const words = {
    label: titleOf(field, data.names[column]!),
    optional: !isRequired(field),
    error: findings.length > 0 ? said(findings) : undefined,
    ...(meaning && { help: { meaning, example: field?.examples.find(one => one !== '') } }),
  }
  const write = (to: string) => void actions.write([{ row, column, to }])
  const choices = choicesOf(field)
  if (choices.length > 0)
    return (
      <Select
        {...words}
        isDisabled={!canWrite}
        choices={choicesWith(text, choices)}
        value={text}
        onChange={write}
        placeholder="Vide"
      />
    )
  return (
    <TextArea
      key={text}
      {...words}
      rows={1}
      defaultValue={text}
      isReadOnly={!canWrite}
      onBlur={event => write(event.target.value)}
    />
  )
}

/** What the cell says stays among the choices, even when it is not allowed. */
const choicesWith = (text: string, choices: readonly string[]) =>
  [...new Set(['', text, ...choices])].map(id => ({ id, label: id === '' ? 'Vide' : id }))
