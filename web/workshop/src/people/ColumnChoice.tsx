import type { Field } from '../../../../src/core/models/model.ts'
import { Checkbox } from '../design/index.ts'

interface ColumnChoiceProps {
  readonly fields: readonly Field[]
  /** Names of the columns that are not asked. */
  readonly left: ReadonlySet<string>
  readonly onChange: (left: ReadonlySet<string>) => void
}

/** The columns asked: all, less those that this person need not see. */
export function ColumnChoice({ fields, left, onChange }: ColumnChoiceProps) {
  const turn = (name: string, asked: boolean) => {
    const next = new Set(left)
    if (asked) next.delete(name)
    else next.add(name)
    onChange(next)
  }
  return (
    <fieldset className="column-choice">
      <legend className="c-label">
        Colonnes demandées ({fields.length - left.size} sur {fields.length})
      </legend>
      <div className="column-choice-list">
        {fields.map(({ name, title }) => (
          <Checkbox key={name} isSelected={!left.has(name)} onChange={asked => turn(name, asked)}>
            {title ?? name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
