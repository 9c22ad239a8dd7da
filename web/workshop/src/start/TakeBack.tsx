import { useState } from 'react'
import { problem, upload } from '../api/index.ts'
import { FileDrop, Notice } from '../design/index.ts'

interface TakeBackProps {
  /** Asked where others can come in. */
  readonly code: string
  readonly onTaken: () => Promise<unknown>
}

/** A town that has its archive comes back with everything: nothing is asked again. */
export function TakeBack({ code, onTaken }: TakeBackProps) {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string>()
  const send = async (files: File[]) => {
    setPending(true)
    const answer = await upload<{ name: string }>(`/start/archive?code=${encodeURIComponent(code.trim())}`, files)
    setPending(false)
    if ('value' in answer) await onTaken()
    else setRefused(problem(answer))
  }
  return (
    <details className="small take-back">
      <summary>Votre commune a déjà travaillé dans un autre Carnet ?</summary>
      <div className="stack">
        <FileDrop
          title="Déposez ici l’archive de la commune"
          description="Le fichier que « Tout emporter » vous a donné : vos jeux, vos versions publiées et votre historique reviennent tels quels."
          multiple={false}
          isPending={pending}
          onFiles={files => void send(files)}
        />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
    </details>
  )
}
