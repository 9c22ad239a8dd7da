import { useEffect, useRef } from 'react'
import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import { Notice } from '../../../design/index.ts'
import { BoxEditor } from './BoxEditor.tsx'

/** What only a person knows, one question at a time. Once it is answered the next one is there: the keyboard follows. */
export function NextQuestion({ next }: { readonly next: FicheBox | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(next?.field)
  useEffect(() => {
    if (before.current !== next?.field && before.current !== undefined) heading.current?.focus()
    before.current = next?.field
  }, [next?.field])
  if (!next)
    return (
      <Notice kind="ok" title="La fiche a tout ce qu’il faut">
        <p ref={heading} tabIndex={-1}>
          Relisez-la ci-dessous : chaque case peut encore être changée.
        </p>
      </Notice>
    )
  return (
    <section className="card stack question-now" aria-labelledby="question-now">
      <p className="small soft">La question suivante</p>
      <h4 id="question-now" ref={heading} tabIndex={-1} className="question-words">
        {next.question}
      </h4>
      <BoxEditor key={next.field} box={next} />
    </section>
  )
}
