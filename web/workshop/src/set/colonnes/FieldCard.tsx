import { DropZone } from 'react-aria-components'
import { Badge, Button, HelpTip, Select } from '../../design/index.ts'
import { numbered, quoted } from '../shared/words.ts'
import { COLUMN_TYPE, columnFrom, placeId } from './dragged.ts'
import type { FieldRow, FileColumn } from './mapper.ts'
import type { MapperTools } from './use-mapper.ts'
import { fillSentence, titleOf } from './words.ts'

interface FieldCardProps {
  readonly row: FieldRow
  readonly tools: MapperTools
}

/** One column of the model: what it means, what fills it, and how to change that. */
export function FieldCard({ row, tools }: FieldCardProps) {
  const { field, required, fills, proposals, filled, rows } = row
  const title = titleOf(field)
  const several = tools.mapper.groups.length > 1
  // A question answered goes with its buttons.
  const toHeading = () => document.getElementById(headingOf(field.name))?.focus()
  return (
    <li>
      <DropZone
        className={`mapper-field${fills.length === 0 ? ' mapper-field-empty' : ''}`}
        aria-label={`Déposer une colonne sur ${title}`}
        getDropOperation={types => (types.has(COLUMN_TYPE) ? 'move' : 'cancel')}
        onDrop={event => void columnFrom(event.items).then(place => place && tools.match(place, field.name))}
      >
        <div className="mapper-field-head">
          <div className="row mapper-field-title">
            <h4 id={headingOf(field.name)} tabIndex={-1}>
              {title}
            </h4>
            <HelpTip about={title} meaning={field.meaning ?? field.description ?? title} example={field.examples[0]} />
            {required && <Badge kind="attention">obligatoire</Badge>}
          </div>
          <span className="small soft">
            {numbered(filled)} / {numbered(rows)}
            <span className="sr-only"> cases remplies</span>
          </span>
        </div>
        {fills.length > 0 ? (
          <ul className="mapper-fills">
            {fills.map(fill => (
              <li key={JSON.stringify(fill)}>{fillSentence(fill, several, tools.titles)}</li>
            ))}
          </ul>
        ) : (
          proposals.length === 0 && <p className="soft small">Rien ne la remplit pour l’instant.</p>
        )}
        {proposals.map(proposal => (
          <div key={proposal.step} className="mapper-proposal">
            <p>{proposal.reason}</p>
            <div className="row">
              <Button
                size="small"
                kind="primary"
                icon="check"
                onPress={() => void accept(tools, proposal.step, field.name).then(toHeading)}
              >
                Oui, c’est elle
              </Button>
              <Button size="small" onPress={() => void tools.refuse(proposal).then(toHeading)}>
                Non
              </Button>
            </div>
          </div>
        ))}
        <ColumnChoices row={row} tools={tools} />
      </DropZone>
    </li>
  )
}

const headingOf = (name: string): string => `colonne-${encodeURIComponent(name)}`

function accept(tools: MapperTools, step: string, field: string) {
  for (const { id, columns } of tools.mapper.groups) {
    const column = columns.find(one => one.proposals.some(proposal => proposal.step === step))
    if (column) return tools.match({ group: id, header: column.header }, field)
  }
  return Promise.resolve(false)
}

/** The same as dragging, with a list: one for each file. */
function ColumnChoices({ row, tools }: FieldCardProps) {
  const several = tools.mapper.groups.length > 1
  return (
    <div className="mapper-choices">
      {tools.mapper.groups.map(({ id, columns }) => {
        // Of several parts of one (« N° », « Voie »), the last is the column itself.
        const now = columns.findLast(({ state }) => state.type === 'field' && state.field === row.field.name)
        const choices = [
          { id: '', label: '(aucune)' },
          ...columns.map(column => ({
            id: placeId({ group: id, header: column.header }),
            label: column.header || '(sans titre)',
            detail: detailOf(column, tools),
          })),
        ]
        return (
          <Select
            key={id}
            label={several ? `Dans ${tools.titles.get(id)}` : 'Colonne de votre fichier'}
            choices={choices}
            value={now ? placeId({ group: id, header: now.header }) : ''}
            onChange={chosen => {
              const column = columns.find(one => placeId({ group: id, header: one.header }) === chosen)
              if (column) void tools.match({ group: id, header: column.header }, row.field.name)
              else if (now) void tools.match({ group: id, header: now.header }, undefined)
            }}
          />
        )
      })}
    </div>
  )
}

const detailOf = ({ samples, state }: FileColumn, tools: MapperTools): string =>
  state.type === 'field' ? `remplit ${quoted(tools.fieldTitle(state.field))}` : samples.slice(0, 2).join(' · ')
