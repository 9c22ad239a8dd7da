import type { DiagnosisCard, VoiceCard } from '../../../../src/contract/diagnosis.ts'
import { SCORED } from '../../../../src/core/diagnosis/questions.ts'
import { scoreOf, sumInWords } from '../../../../src/core/diagnosis/score.ts'
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
          {before.title} ({then.name}) : {sumInWords(was)}. {now.title} ({voice.name}) : {sumInWords(is)}.
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
            {is.axes.map(({ id, title, points, answered }, at) => (
              <Line
                key={id}
                title={title}
                was={was.axes[at]!.answered > 0 ? was.axes[at]!.points : undefined}
                now={answered > 0 ? points : undefined}
              />
            ))}
            <Line title="Total" was={was.total} now={is.total} />
          </tfoot>
        </table>
      </Frame>
      {(was.missing > 0 || is.missing > 0) && (
        <p className="small soft">
          Les deux totaux ne portent pas sur les mêmes questions : {was.missing + is.missing} n’ont pas eu de réponse.
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

interface LineProps {
  readonly title: string
  readonly was: number | undefined
  readonly now: number | undefined
}
function Line({ title, was, now }: LineProps) {
  const change = was === undefined || now === undefined ? undefined : now - was
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{was ?? '–'}</td>
      <td>{now ?? '–'}</td>
      <td>{change === undefined ? '–' : change > 0 ? `+ ${change}` : change < 0 ? `− ${-change}` : '='}</td>
    </tr>
  )
}
