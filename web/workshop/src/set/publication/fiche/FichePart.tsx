import { useState } from 'react'
import { Button, Progress } from '../../../design/index.ts'
import { ShareDialog } from '../../../link/ShareDialog.tsx'
import { useSet } from '../../set-context.ts'
import { counted, numbered } from '../../shared/words.ts'
import { usePublication } from '../publication-context.ts'
import { BoxCard } from './BoxCard.tsx'
import { NextQuestion } from './NextQuestion.tsx'

/** The fiche: the one question to answer now, then every box, with who wrote it and what Carnet advises. */
export function FichePart() {
  const { state: set } = useSet()
  const { state } = usePublication()
  const [sharing, setSharing] = useState(false)
  const filled = state.fiche.filter(({ value }) => value !== null && value !== '').length
  const next = state.fiche.find(({ field }) => field === state.nextBox)
  return (
    <>
      <div className="row row-between">
        <h3 tabIndex={-1}>La fiche descriptive</h3>
        <Button icon="link" onPress={() => setSharing(true)}>
          Faire relire la fiche
        </Button>
      </div>
      <p className="soft prose">
        C’est la carte d’identité de vos données : elle dit ce qu’elles sont, d’où elles viennent et ce qu’on a le droit
        d’en faire. Carnet remplit ce qu’il sait ; ce que vous écrivez reste à vous.
      </p>
      <Progress
        label="Cases remplies"
        value={filled / state.fiche.length}
        words={`${numbered(filled)} sur ${numbered(state.fiche.length)}`}
      />
      <NextQuestion next={next} />
      <ul className="stack stack-tight fiche-boxes">
        {state.fiche.map(box => (
          <BoxCard key={box.field} box={box} asked={box.field === state.nextBox} />
        ))}
      </ul>
      <p className="sr-only" role="status">
        {counted(state.fiche.length - filled, 'case vide', 'cases vides', 'aucune case vide')}
      </p>
      <ShareDialog
        setTitle={set.title}
        scope={{ type: 'approve', set: set.slug }}
        open={sharing}
        onClose={() => setSharing(false)}
      />
    </>
  )
}
