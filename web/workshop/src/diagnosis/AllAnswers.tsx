import type { VoiceCard } from '../../../../src/contract/diagnosis.ts'
import { answerInWords, PARTS, type Question } from '../../../../src/core/diagnosis/questions.ts'
import { answeredBy } from '../../../../src/core/diagnosis/voices.ts'
import { french } from '../design/index.ts'

/** The 25 answers, read again: closed on the screen, open on paper. */
export const AllAnswers = ({ voices }: { readonly voices: readonly VoiceCard[] }) => (
  <section aria-labelledby="reponses" className="diag-all">
    <details className="card">
      <summary>
        <h2 id="reponses">Toutes les réponses</h2>
        <span className="soft">{voices.map(voice => `${voice.name} : ${answeredBy(voice)} sur 25`).join(', ')}</span>
      </summary>
      <div className="stack">
        {PARTS.map(({ id, title, questions }) => (
          <section key={id} className="stack stack-tight" aria-label={title}>
            <h3>{title}</h3>
            <dl className="diag-answers">
              {questions.map(question => (
                <One key={question.id} question={question} voices={voices} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  </section>
)

const One = ({ question, voices }: { readonly question: Question; readonly voices: readonly VoiceCard[] }) => (
  <div>
    <dt>{french(question.text)}</dt>
    {voices.map(({ id, name, answers, remarks }) => {
      const [answer, remark] = [answers[question.id], remarks[question.id]]
      return (
        <dd key={id}>
          {voices.length > 1 && <span className="soft">{name} : </span>}
          {answer === undefined ? <span className="soft">sans réponse</span> : answerInWords(question, answer)}
          {remark !== undefined && <span className="soft"> « {remark} »</span>}
        </dd>
      )
    })}
  </div>
)
