import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { DiagnosisCard } from '../../../../src/contract/diagnosis.ts'
import { PARTS } from '../../../../src/core/diagnosis/questions.ts'
import { drawKey } from '../api/index.ts'
import { Button, Dialog, TextField } from '../design/index.ts'
import { partPath } from './PartPage.tsx'

/** Somebody answers aloud, beside the person who types: her answers are hers, next to the others. */
export function AddVoice({ latest }: { readonly latest: DiagnosisCard }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const navigate = useNavigate()
  const aloud = latest.voices.filter(voice => voice.aloud)
  const go = (id: string, who: string) => void navigate(partPath(PARTS[0]!, { id, name: who, aloud: true }))
  const begin = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') go(`voix-${drawKey()}`, name.trim())
  }
  return (
    <>
      <Button icon="people" onPress={() => setOpen(true)}>
        Ajouter un avis
      </Button>
      <Dialog title="L’avis d’une autre personne" open={open} onClose={() => setOpen(false)}>
        <p>
          Une élue, un chef de service ou un agent ne répond pas toujours comme vous. Posez-lui les questions et notez
          ses réponses : elles s’affichent à côté des vôtres. Qui a un compte dans Carnet peut aussi répondre seul.
        </p>
        <form className="stack" onSubmit={begin}>
          <TextField
            label="Qui répond ?"
            description="Un rôle suffit : « une élue », « services techniques »"
            value={name}
            onChange={setName}
            maxLength={120}
          />
          <div>
            <Button type="submit" kind="primary" isDisabled={name.trim() === ''}>
              Noter ses réponses
            </Button>
          </div>
        </form>
        {aloud.length > 0 && (
          <div className="stack stack-tight">
            <h3>Reprendre</h3>
            <div className="row">
              {aloud.map(voice => (
                <Button key={voice.id} size="small" onPress={() => go(voice.id, voice.name)}>
                  {voice.name}
                </Button>
              ))}
            </div>
          </div>
        )}
      </Dialog>
    </>
  )
}
