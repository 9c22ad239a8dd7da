import type { DiagnosisPage as Page } from '../../../../src/contract/diagnosis.ts'
import { PUBLISHED_SCORES } from '../../../../src/core/diagnosis/published.ts'
import { SCORED } from '../../../../src/core/diagnosis/questions.ts'
import { MOST_POINTS, scoreOf } from '../../../../src/core/diagnosis/score.ts'
import { leadOf } from '../../../../src/core/diagnosis/voices.ts'
import { problem, put, useSession } from '../api/index.ts'
import { french, Switch, toast } from '../design/index.ts'
import { inFrench } from './words.ts'

interface BenchmarkProps {
  readonly value: Page
  readonly onShared: (page: Page) => void
}

const MOST = SCORED.length * MOST_POINTS

/** Other towns: what was really published, and those of this Carnet that share. */
export function Benchmark({ value, onShared }: BenchmarkProps) {
  const { town } = useSession()
  const total = ourTotal(value)
  const rows = [
    ...PUBLISHED_SCORES.map(score => ({ ...score, town: `${score.town}, 2021`, ours: false })),
    ...value.others.campaign.map(({ name, total, level }) => ({
      town: name,
      total,
      level,
      ours: false,
      remark: 'Même campagne que vous.',
    })),
    ...(total === undefined
      ? []
      : [{ town: town.name, total, level: undefined, ours: true, remark: 'Votre diagnostic.' }]),
  ].sort((a, b) => b.total - a.total)
  return (
    <section className="card stack" aria-labelledby="autres">
      <div>
        <h2 id="autres">Et les autres communes ?</h2>
        <p className="soft">
          Trois communes ont publié leur total en février 2021. Leur questionnaire avait aussi huit questions de 0 à 4
          points, mais pas les mêmes mots : c’est un repère, pas un classement. Des autres communes de cette semaine-là,
          Carnet n’a lu ni total ni niveau : il n’en invente pas.
        </p>
      </div>
      <ul className="diag-bench">
        {rows.map(row => (
          <li key={`${row.town}-${row.ours}`} className={row.ours ? 'diag-ours' : ''}>
            <span className="diag-bench-name">{row.town}</span>
            <meter min={0} max={MOST} value={row.total} aria-label={`${row.town} : ${row.total} sur ${MOST}`} />
            <span className="diag-bench-total">
              <strong>{row.total}</strong> sur {MOST}
              {row.level !== undefined && `, niveau ${row.level}`}
            </span>
            {row.remark && <span className="small soft diag-bench-remark">{french(row.remark)}</span>}
          </li>
        ))}
      </ul>
      <Together value={value} />
      <Share value={value} onShared={onShared} />
    </section>
  )
}

function ourTotal({ diagnoses: [latest] }: Page): number | undefined {
  const lead = latest && leadOf(latest.voices, latest.openedBy)
  const score = lead && scoreOf(lead.answers)
  return score?.missing === 0 ? score.total : undefined
}

const Together = ({ value: { others } }: { readonly value: Page }) =>
  others.together ? (
    <p>
      {others.together.towns} autres communes de ce Carnet partagent leur total : de {others.together.lowest} à{' '}
      {others.together.highest}, la moitié au-dessus de {inFrench(others.together.median)}.
    </p>
  ) : (
    <p className="soft">
      Moins de trois autres communes de ce Carnet partagent leur total : il n’est pas montré, pour qu’aucune ne soit
      devinée.
    </p>
  )

function Share({ value: { shared }, onShared }: BenchmarkProps) {
  const { may } = useSession()
  const change = async (next: boolean) => {
    const answer = await put<Page>('/diagnosis/shared', { shared: next })
    if ('value' in answer) onShared(answer.value)
    else toast({ kind: 'error', text: problem(answer) })
  }
  return (
    <div className="no-print">
      <Switch
        isSelected={shared}
        isDisabled={!may('town')}
        onChange={next => void change(next)}
        description="Les autres communes de ce Carnet ne voient votre total que mêlé à celui d’au moins deux autres. Votre nom ne se lit qu’entre communes d’une même campagne d’accompagnement. Vos réponses ne sortent jamais."
      >
        Partager le total de ma commune
      </Switch>
    </div>
  )
}
