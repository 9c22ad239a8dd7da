import { type Answers, lowest } from '../../../../src/core/diagnosis/score.ts'
import { french, LinkButton } from '../design/index.ts'

/** What to do next: from the answers that were lowest. */
export function Next({ answers }: { readonly answers: Answers }) {
  const low = lowest(answers)
  return (
    <section className="stack" aria-labelledby="ensuite">
      <h2 id="ensuite">Et maintenant ?</h2>
      {low.length === 0 ? (
        <div className="card stack stack-tight diag-next">
          <p>Vos réponses ne montrent pas de point faible. Choisissez vos thèmes et avancez.</p>
          <div>
            <LinkButton to="/souhaits" after="arrow-right">
              Choisir les thèmes
            </LinkButton>
          </div>
        </div>
      ) : (
        <ol className="diag-nexts">
          {low.map(({ id, short, advice }) => (
            <li key={id} className="card diag-next">
              <h3>{short}</h3>
              <p>{french(advice.sentence)}</p>
              <div>
                <LinkButton to={advice.href} after="arrow-right">
                  {advice.action}
                </LinkButton>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
