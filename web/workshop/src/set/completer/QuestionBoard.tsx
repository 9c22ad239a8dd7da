import { useEffect, useRef, useState } from 'react'
import type { Field } from '../../../../../src/core/models/model.ts'
import { Button, Notice } from '../../design/index.ts'
import { counted, numbered } from '../shared/words.ts'
import { AskDialog } from './AskDialog.tsx'
import type { ColumnHoles } from './holes.ts'
import { OneQuestion } from './OneQuestion.tsx'
import { questionAt, questionGroups } from './question-groups.ts'
import type { AskedQuestion } from './questions.ts'

interface QuestionBoardProps {
  readonly questions: readonly AskedQuestion[]
  readonly fields: readonly Field[]
  readonly holes: readonly ColumnHoles[]
}

/** The questions, group by group, one at a time. */
export function QuestionBoard({ questions, fields, holes }: QuestionBoardProps) {
  const groups = questionGroups(questions, fields)
  const [chosen, setChosen] = useState<string>()
  const [at, setAt] = useState(0)
  const [asking, setAsking] = useState(false)
  const group = groups.find(({ id }) => id === chosen) ?? groups[0]
  const left = useRef(questions.length)
  useEffect(() => {
    // The last answer takes the frame with it.
    if (questions.length === 0 && left.current > 0) document.getElementById('questions')?.focus()
    left.current = questions.length
  }, [questions.length])
  const choose = (id: string) => {
    setChosen(id)
    setAt(0)
  }
  return (
    <section className="stack" aria-labelledby="questions">
      <div className="row row-between">
        <h3 id="questions" tabIndex={-1}>
          Questions pour une personne
        </h3>
        <Button icon="mail" onPress={() => setAsking(true)}>
          Demander à quelqu’un
        </Button>
      </div>
      {group ? (
        <div className="question-board">
          <nav aria-label="Sujets des questions">
            <ul className="question-groups">
              {groups.map(({ id, title, questions: of }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="question-group"
                    aria-current={id === group.id ? 'true' : undefined}
                    onClick={() => choose(id)}
                  >
                    <span>{title}</span>
                    <span className="question-count">
                      {numbered(of.length)}
                      <span className="sr-only"> {of.length > 1 ? 'questions' : 'question'}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <OneQuestion
            group={group}
            at={at % group.questions.length}
            question={questionAt(group, at)}
            onNext={() => setAt((at + 1) % group.questions.length)}
            onAsk={() => setAsking(true)}
          />
        </div>
      ) : (
        <Notice kind="ok" title="Plus aucune question">
          <p>Tout ce qui demandait une personne a sa réponse.</p>
        </Notice>
      )}
      <p className="sr-only" role="status">
        {counted(questions.length, 'question', 'questions', 'aucune question')} sans réponse
      </p>
      {asking && (
        <AskDialog
          fields={fields}
          holes={holes}
          {...(group?.field && { first: group.field })}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
