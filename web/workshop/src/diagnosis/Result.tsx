import { useState } from 'react'
import type { DiagnosisCard, DiagnosisPage as Page, VoiceCard } from '../../../../src/contract/diagnosis.ts'
import { scoreOf } from '../../../../src/core/diagnosis/score.ts'
import { leadOf } from '../../../../src/core/diagnosis/voices.ts'
import { Select } from '../design/index.ts'
import { Acts } from './Acts.tsx'
import { AllAnswers } from './AllAnswers.tsx'
import { Next } from './Next.tsx'
import { ScoreCard } from './ScoreCard.tsx'
import { Voices } from './Voices.tsx'
import { YearAgo } from './YearAgo.tsx'

interface ResultProps {
  readonly value: Page
  readonly latest: DiagnosisCard
  readonly onChanged: () => Promise<void>
}

/** What was answered, drawn; who answered what; the year before. */
export function Result({ value, latest, onChanged }: ResultProps) {
  const [chosen, setChosen] = useState<string>()
  const lead = leadOf(latest.voices, latest.openedBy)!
  const voice = latest.voices.find(({ id }) => id === chosen) ?? lead
  const before = value.diagnoses.slice(value.diagnoses.indexOf(latest) + 1).find(({ voices }) => voices.length > 0)
  return (
    <>
      <section className="stack" aria-labelledby="resultat">
        <div className="row row-between">
          <div>
            <h2 id="resultat">{latest.title}</h2>
            <p className="soft">{whose(voice, lead, latest)}</p>
          </div>
          {latest.voices.length > 1 && (
            <div className="no-print diag-who">
              <Select
                label="Réponses de"
                value={voice.id}
                onChange={setChosen}
                choices={latest.voices.map(({ id, name }) => ({ id, label: name }))}
              />
            </div>
          )}
        </div>
        <ScoreCard score={scoreOf(voice.answers)} />
        {latest === value.diagnoses[0] && <Acts value={value} latest={latest} onChanged={onChanged} />}
      </section>
      <Next answers={voice.answers} />
      {before && <YearAgo before={before} now={latest} voice={voice} />}
      {latest.voices.length > 1 && <Voices voices={latest.voices} />}
      <AllAnswers voices={latest.voices} />
    </>
  )
}

function whose(voice: VoiceCard, lead: VoiceCard, { voices }: DiagnosisCard): string {
  const aloud = voice.aloud ? ', à voix haute' : ''
  if (voices.length === 1) return `D’après les réponses de ${voice.name}${aloud}.`
  if (voice.id === lead.id)
    return `D’après les réponses de ${voice.name}${aloud} : c’est le total retenu pour la commune.`
  return `D’après les réponses de ${voice.name}${aloud}. Le total retenu pour la commune est celui de ${lead.name}.`
}
