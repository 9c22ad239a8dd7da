import type { DiagnosisCard, VoiceCard } from '../../../../src/contract/diagnosis.ts'
import { SCORED } from '../../../../src/core/diagnosis/questions.ts'
import { type Score, scoreOf, sumInWords } from '../../../../src/core/diagnosis/score.ts'
import { leadOf, pointsOf } from '../../../../src/core/diagnosis/voices.ts'
import { Frame } from './Frame.tsx'
import { dayInWords } from './words.ts'

interface YearAgoProps {
  readonly before: DiagnosisCard
  readonly now: DiagnosisCard
  readonly voice: VoiceCard
}

/** The diagnosis before and this one: of the same person when she answered both, else of the town. */
export function YearAgo({ before, now, voice }: YearAgoProps) {
  const then = before.voices.find(({ id }) => id === voice.id) ?? leadOf(before.voices, before.openedBy)
  if (!then) return null
  const [was, is] = [scoreOf(then.answers), scoreOf(voice.answers)]
  return (
    <section className="stack" aria-labelledby="avant">
      <div>
        <h2 id="avant">{aYearAgo(before, now)}, et aujourd’hui</h2>
        <p className="soft">
          {before.title}, réponses de {then.name} : {sumInWords(was)}. {now.title}, réponses de {voice.name} :{' '}
          {sumInWords(is)}.
        </p>
      </div>
      <Frame label="Comparaison avec le diagnostic d’avant">
        <table className="diag-table">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">{dayInWords(before.openedAt)}</th>
              <th scope="col">Aujourd’hui</th>
              <th scope="col">Écart</th>
            </tr>
          </thead>
          <tbody>
            {SCORED.map(({ id, short }) => (
              <Line key={id} title={short} was={pointsOf(then.answers[id])} now={pointsOf(voice.answers[id])} />
            ))}
          </tbody>
          <tfoot>
            {is.axes.map((axis, at) => (
              <Sum key={axis.id} title={axis.title} was={was.axes[at]!} now={axis} />
            ))}
            <Sum title="Total" was={wholeOf(was)} now={wholeOf(is)} />
          </tfoot>
        </table>
      </Frame>
      {was.missing + is.missing > 0 && (
        <p className="small soft">
          Une somme à laquelle il manque une réponse ne se compare pas : son écart n’est pas calculé.
        </p>
      )}
    </section>
  )
}

const YEAR = 365 * 86_400_000
const aYearAgo = (before: DiagnosisCard, now: DiagnosisCard): string => {
  const years = (Date.parse(now.openedAt) - Date.parse(before.openedAt)) / YEAR
  return years > 0.8 && years < 1.5 ? 'Il y a un an' : `Le ${dayInWords(before.openedAt)}`
}

const changeInWords = (change: number): string => (change > 0 ? `+ ${change}` : change < 0 ? `− ${-change}` : '=')

interface LineProps {
  readonly title: string
  readonly was: number | undefined
  readonly now: number | undefined
}
function Line({ title, was, now }: LineProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{was ?? '–'}</td>
      <td>{now ?? '–'}</td>
      <td>{was === undefined || now === undefined ? '–' : changeInWords(now - was)}</td>
    </tr>
  )
}

/** What a sum is made of: two sums compare when both are whole. */
interface Summed {
  readonly points: number
  readonly answered: number
  readonly asked: number
}
const wholeOf = ({ total, missing }: Score): Summed => ({
  points: total,
  answered: SCORED.length - missing,
  asked: SCORED.length,
})

function Sum({ title, was, now }: { readonly title: string; readonly was: Summed; readonly now: Summed }) {
  const whole = [was, now].every(({ answered, asked }) => answered === asked)
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{sumOf(was)}</td>
      <td>{sumOf(now)}</td>
      <td>{whole ? changeInWords(now.points - was.points) : '–'}</td>
    </tr>
  )
}

const sumOf = ({ points, answered, asked }: Summed): string =>
  answered === asked ? String(points) : `${points}, sur ${answered} ${answered > 1 ? 'réponses' : 'réponse'}`
