import { useEffect, useRef, useState } from 'react'
import type { GuardState } from '../../../../../../src/contract/publication.ts'
import { useSession } from '../../../api/index.ts'
import { Badge, Button, french, Icon, LinkButton } from '../../../design/index.ts'
import { cellAddress } from '../../shared/cell-address.ts'
import { cellsCounted, momentInWords, numbered } from '../../shared/words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { ANSWER_WORDS, KIND_WORDS, LEVEL_WORDS } from './words.ts'

export type Finding = GuardState['findings'][number]

/** One thing that may say something of persons: what was read, where, and what becomes of it. */
export function FindingCard({ finding }: { readonly finding: Finding }) {
  const { kind, level, column, cells, message, examples, answered } = finding
  const { may } = useSession()
  const [changing, setChanging] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(answered?.at)
  useEffect(() => {
    // The form goes once it is answered: the keyboard stays on the question that it was about.
    if (before.current !== answered?.at) heading.current?.focus()
    before.current = answered?.at
  }, [answered?.at])
  const open = answered === undefined || answered.answer === 'ask'
  return (
    <li className={`card stack guard-finding guard-${open ? level : 'answered'}`}>
      <div className="row row-between">
        <h4 ref={heading} tabIndex={-1}>
          {KIND_WORDS[kind]}
          {column !== undefined && <> dans « {column} »</>}
        </h4>
        <span className="row">
          {cells > 0 && <span className="small soft">{cellsCounted(cells)}</span>}
          <Badge kind={LEVEL_WORDS[level].kind}>{LEVEL_WORDS[level].words}</Badge>
        </span>
      </div>
      <p>{french(message)}</p>
      {examples.length > 0 && (
        <p className="row guard-examples">
          <span className="small soft">Par exemple</span>
          {examples.map((example, at) => (
            <span key={at} className="sample">
              {example}
            </span>
          ))}
        </p>
      )}
      <Rows finding={finding} />
      {answered && !changing && (
        <div className="row row-between guard-given">
          <p>
            <Icon name={open ? 'clock' : 'check'} size={18} />
            <span>
              <strong>{ANSWER_WORDS[answered.answer].given}</strong>
              {answered.reason !== '' && <> : {answered.reason}</>}
            </span>
            <span className="small soft">
              {answered.by}, le {momentInWords(answered.at)}
            </span>
          </p>
          {may('prepare') && (
            <Button kind="quiet" size="small" icon="edit" onPress={() => setChanging(true)}>
              Changer<span className="sr-only"> la réponse</span>
            </Button>
          )}
        </div>
      )}
      {may('prepare') && (!answered || changing) && (
        <AnswerForm finding={finding} {...(answered && { onDone: () => setChanging(false) })} />
      )}
    </li>
  )
}

const MOST_ROWS = 5

/** The first rows, each opening the sheet there. */
function Rows({ finding: { rows, column } }: { readonly finding: Finding }) {
  if (rows.length === 0) return null
  const more = rows.length - MOST_ROWS
  return (
    <p className="row guard-rows no-print">
      <span className="small soft">Voir</span>
      {rows.slice(0, MOST_ROWS).map(row => (
        <LinkButton key={row} to={cellAddress(row + 2, column ?? null)} kind="quiet" size="small">
          ligne {numbered(row + 2)}
        </LinkButton>
      ))}
      {more > 0 && <span className="small soft">et {numbered(more)} autres</span>}
    </p>
  )
}
