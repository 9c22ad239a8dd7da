import { Button as DragButton, GridListItem } from 'react-aria-components'
import { Badge, Button, Icon } from '../../design/index.ts'
import { numbered, quoted } from '../shared/words.ts'
import type { FileColumn } from './mapper.ts'
import type { MapperTools } from './use-mapper.ts'
import { stateSentence, titleOf } from './words.ts'

interface FileColumnCardProps {
  readonly id: string
  readonly column: FileColumn
  readonly tools: MapperTools
}

/** One column of a file: its title, what it holds, what becomes of it. */
export function FileColumnCard({ id, column, tools }: FileColumnCardProps) {
  const { header, samples, filled, rows, state, proposals } = column
  const name = header.trim() === '' ? '(sans titre)' : header
  const field =
    state.type === 'field' ? tools.mapper.fields.find(one => one.field.name === state.field)?.field : undefined
  return (
    <GridListItem id={id} textValue={name} className={`mapper-column mapper-column-${state.type}`}>
      <DragButton slot="drag" className="mapper-grip" aria-label={`Déplacer ${name}`}>
        <Icon name="drag" size={18} />
      </DragButton>
      <div className="mapper-column-body">
        <div className="row row-between">
          <strong>{name}</strong>
          <span className="small soft">
            {numbered(filled)} / {numbered(rows)}
          </span>
        </div>
        <div className="row mapper-samples">
          {samples.length === 0 && <span className="small soft">vide</span>}
          {samples.map(text => (
            <span key={text} className="sample">
              {text.length > 60 ? `${text.slice(0, 60)}…` : text}
            </span>
          ))}
        </div>
        {field ? (
          <Badge kind="ok" icon="check">
            {titleOf(field)}
          </Badge>
        ) : (
          <p className="small soft">
            {proposals.length > 0
              ? `peut-être ${proposals.map(({ to }) => quoted(tools.fieldTitle(to))).join(' ou ')}`
              : stateSentence(state, tools.fieldTitle)}
          </p>
        )}
        <KeepOrDrop id={id} column={column} tools={tools} />
      </div>
    </GridListItem>
  )
}

function KeepOrDrop({ id, column, tools }: FileColumnCardProps) {
  // The button pressed goes: the keyboard stays on the column.
  const decide = async (keep: boolean) => {
    await tools.decide(column, keep)
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus()
  }
  const { state, header } = column
  if (state.type === 'field' || state.type === 'part') return null
  const about = <span className="sr-only"> {quoted(header)}</span>
  return (
    <div className="row">
      {state.type !== 'kept' && (
        <Button size="small" onPress={() => void decide(true)}>
          Garder{about}
        </Button>
      )}
      {state.type !== 'dropped' && (
        <Button size="small" onPress={() => void decide(false)}>
          Retirer{about}
        </Button>
      )}
    </div>
  )
}
