import type { VoiceCard } from '../../../../src/contract/diagnosis.ts'
import { scoreOf, sumInWords } from '../../../../src/core/diagnosis/score.ts'
import { differences, WORTH_A_TALK } from '../../../../src/core/diagnosis/voices.ts'
import { Badge } from '../design/index.ts'
import { Frame } from './Frame.tsx'

/** Who said what, side by side, and where they differ. */
export function Voices({ voices }: { readonly voices: readonly VoiceCard[] }) {
  const rows = differences(voices)
  const apart = rows.filter(row => row.apart >= WORTH_A_TALK).length
  return (
    <section className="stack" aria-labelledby="avis">
      <div>
        <h2 id="avis">Qui a dit quoi</h2>
        <p className="soft">
          {apart === 0
            ? 'Les avis se ressemblent.'
            : `${apart === 1 ? 'Une question sépare' : `${apart} questions séparent`} les avis d’au moins deux points : parlez-en ensemble, chacun voit une partie de la mairie.`}
        </p>
      </div>
      <Frame label="Réponses de chacun aux questions notées">
        <table className="diag-table">
          <thead>
            <tr>
              <th scope="col">Question</th>
              {voices.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Écart</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ question, points, apart }) => (
              <tr key={question.id}>
                <th scope="row">{question.short}</th>
                {points.map((point, at) => (
                  <td key={voices[at]!.id}>
                    {point === undefined ? (
                      <span className="soft">sans réponse</span>
                    ) : (
                      <>
                        <strong>{point}</strong> <span className="small diag-said">{question.answers[point]}</span>
                      </>
                    )}
                  </td>
                ))}
                <td>
                  {apart >= WORTH_A_TALK ? (
                    <Badge kind="attention" icon="attention">
                      {apart} points
                    </Badge>
                  ) : (
                    apart
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Somme</th>
              {voices.map(voice => (
                <td key={voice.id}>
                  <strong>{sumInWords(scoreOf(voice.answers))}</strong>
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </Frame>
    </section>
  )
}
