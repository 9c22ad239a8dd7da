import { type AxisScore, LEVELS, type Score, sumInWords } from '../../../../src/core/diagnosis/score.ts'
import { Icon } from '../design/index.ts'

/** The three axes, their sum as it is computed, and the level. */
export const ScoreCard = ({ score }: { readonly score: Score }) => (
  <div className="card diag-score">
    <div className="diag-axes">
      {score.axes.map(axis => (
        <Axis key={axis.id} axis={axis} />
      ))}
      <p className="diag-sum">
        <strong>{sumInWords(score)}</strong>
        <span className="soft"> sur {score.most} points possibles</span>
      </p>
      {score.missing > 0 && (
        <p className="diag-missing">
          <Icon name="attention" size={18} /> {missingInWords(score.missing)}
        </p>
      )}
    </div>
    <LevelPart score={score} />
    <p className="small soft diag-own">
      Huit questions donnent chacune 0 à 4 points. Les noms des trois axes et les seuils des quatre niveaux sont ceux de
      Carnet : ce n’est pas une norme.
    </p>
  </div>
)

const missingInWords = (missing: number): string =>
  missing === 1
    ? 'Il manque la réponse à une question notée. Elle ne compte pas pour zéro : elle n’est pas comptée.'
    : `Il manque les réponses à ${missing} questions notées. Elles ne comptent pas pour zéro : elles ne sont pas comptées.`

function Axis({ axis: { title, points, answered, asked } }: { readonly axis: AxisScore }) {
  return (
    <div className="diag-axis">
      <h3>{title}</h3>
      <p className="diag-notches" aria-hidden>
        {Array.from({ length: asked * 4 }, (_, at) => (
          <span key={at} className={at < points ? 'diag-on' : at < answered * 4 ? '' : 'diag-unknown'} />
        ))}
      </p>
      <p className="diag-points">
        <strong>{points}</strong> sur {answered * 4}
        {answered < asked && <span className="small soft"> ({asked - answered} sans réponse)</span>}
      </p>
    </div>
  )
}

function LevelPart({ score: { level, total } }: { readonly score: Score }) {
  return (
    <div className="diag-level">
      <ol className="diag-levels">
        {LEVELS.map(({ number, title, from, to }) => (
          <li key={number} {...(level?.number === number && { 'aria-current': 'step' as const })}>
            <span className="diag-level-number">{number}</span>
            <span>
              {title}{' '}
              <span className="small">
                {from} à {to}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {level ? (
        <div className="stack stack-tight">
          <h3>
            Niveau {level.number} : {level.title.toLowerCase()}
          </h3>
          <p>{level.advice}</p>
          <p className="small soft">C’est un conseil : tous les thèmes vous restent ouverts.</p>
        </div>
      ) : (
        <p>
          Le niveau se dira quand les huit questions notées auront une réponse. Vous avez déjà {total}{' '}
          {total > 1 ? 'points' : 'point'}.
        </p>
      )}
    </div>
  )
}
