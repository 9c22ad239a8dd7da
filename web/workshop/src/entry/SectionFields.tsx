import { type ReactNode, useState } from 'react'
import type { Field, Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import { Icon } from '../design/index.ts'
import { cellsCounted } from '../set/shared/words.ts'
import type { Values } from './check-row.ts'
import { EntryField } from './EntryField.tsx'
import type { Reader } from './feedback.ts'
import { fieldsOf, type Section } from './form.ts'
import { PointField } from './PointField.tsx'

interface SectionFieldsProps {
  readonly section: Section
  readonly values: Values
  readonly readers: ReadonlyMap<string, Reader>
  readonly town?: Town | undefined
  readonly addresses?: AddressIndex | undefined
  readonly withMap: boolean
  readonly problems: ReadonlyMap<string, string>
  readonly columns: readonly Field[]
  readonly onChange: (name: string, value: string) => void
}

/** A short group of fields. One that is not needed is folded, and says how many fields it holds and how many are filled. */
export function SectionFields({ section, ...more }: SectionFieldsProps) {
  const { values, problems } = more
  const fields = section.items.flatMap(fieldsOf)
  const filled = fields.filter(({ name }) => (values[name] ?? '') !== '').length
  const [open, setOpen] = useState(section.open || filled > 0)
  const shown = open || fields.some(({ name }) => problems.has(name))
  const body = <Fields section={section} {...more} />
  if (section.open)
    return (
      <Frame>
        <h2 className="entry-section-title">{section.title}</h2>
        {body}
      </Frame>
    )
  return (
    <Frame>
      <details open={shown} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className="entry-summary">
          <span className="entry-section-title">{section.title}</span>
          <span className="soft small">
            {filled > 0 ? `${filled} sur ${section.items.length}` : `facultatif, ${cellsCounted(section.items.length)}`}
          </span>
          <Icon name="chevron-down" />
        </summary>
        {shown && body}
      </details>
    </Frame>
  )
}

const Frame = ({ children }: { readonly children: ReactNode }) => (
  <section className="card entry-section">{children}</section>
)

function Fields({
  section,
  values,
  readers,
  town,
  addresses,
  withMap,
  problems,
  columns,
  onChange,
}: SectionFieldsProps) {
  return (
    <div className="stack entry-section-fields">
      {section.items.map(item =>
        item.type === 'point' ? (
          <PointField
            key="point"
            point={item.point}
            {...{ values, readers, town, addresses, withMap, problems, columns, onChange }}
          />
        ) : (
          <EntryField
            key={item.field.name}
            field={item.field}
            input={item.input}
            value={values[item.field.name] ?? ''}
            reader={readers.get(item.field.name)!}
            problem={problems.get(item.field.name)}
            onChange={onChange}
          />
        ),
      )}
    </div>
  )
}
