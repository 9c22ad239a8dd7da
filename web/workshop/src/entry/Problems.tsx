import { useEffect, useRef } from 'react'
import type { Field } from '../../../../src/core/models/model.ts'
import { Button, Icon } from '../design/index.ts'
import { anchorOf, titleOf } from './EntryField.tsx'

interface ProblemsProps {
  readonly problems: ReadonlyMap<string, string>
  readonly fields: readonly Field[]
  readonly onKeep: () => void
}

/** What is to be checked before the row is kept: each line leads to its field. */
export function Problems({ problems, fields, onKeep }: ProblemsProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section className="c-notice c-notice-attention" ref={box} tabIndex={-1} aria-labelledby="saisie-a-verifier">
      <Icon name="attention" size={22} />
      <div className="c-notice-body">
        <p className="c-notice-title" id="saisie-a-verifier">
          {problems.size === 1 ? 'Une case est à vérifier' : `${problems.size} cases sont à vérifier`}
        </p>
        <ul>
          {fields
            .filter(({ name }) => problems.has(name))
            .map(field => (
              <li key={field.name}>
                <a href={`#${anchorOf(field)}`} onClick={event => goTo(event, field)}>
                  {titleOf(field)}
                </a>{' '}
                : {problems.get(field.name)}
              </li>
            ))}
        </ul>
        <p className="row">
          <Button size="small" onPress={onKeep}>
            Enregistrer quand même
          </Button>
          <span className="small soft">Ce qui manque vous sera redemandé plus tard.</span>
        </p>
      </div>
    </section>
  )
}

/** The address of the page does not change: only the focus moves. */
function goTo(event: { preventDefault(): void }, field: Field): void {
  event.preventDefault()
  const target = document.getElementById(anchorOf(field))
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
}
