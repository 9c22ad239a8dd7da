import { useState } from 'react'
import { DECISION_WORDS, WISH_DECISIONS, type Wish, type WishDecision } from '../../../../src/contract/wishes.ts'
import { Button, french, RadioGroup, TextArea, toast } from '../design/index.ts'
import { DecisionMark } from './GradeMark.tsx'
import { dayInWords } from './words.ts'

interface DecisionPartProps {
  readonly wish: Wish
  readonly mayChange: boolean
  readonly onDecide: (decision: WishDecision | null, why: string) => Promise<boolean>
}

const MEANINGS: Readonly<Record<WishDecision, string>> = {
  open: 'Ce jeu sera préparé puis publié.',
  later: 'On garde le travail fait ; Carnet ne pousse plus ce jeu.',
  no: 'Ce jeu reste fermé. Vous pourrez changer d’avis : rien n’est effacé.',
}
const NOT_YET = 'not-yet'

/** To open, not now, no: with why. */
export function DecisionPart({ wish, mayChange, onDecide }: DecisionPartProps) {
  const { decision } = wish
  const [value, setValue] = useState<string>(decision?.value ?? NOT_YET)
  const [why, setWhy] = useState(decision?.why ?? '')
  const [pending, setPending] = useState(false)
  const same = value === (decision?.value ?? NOT_YET) && why.trim() === (decision?.why ?? '')
  const save = async () => {
    if (same) return toast({ text: 'Cette décision est déjà enregistrée.' })
    setPending(true)
    const kept = await onDecide(value === NOT_YET ? null : (value as WishDecision), why.trim())
    setPending(false)
    if (kept) toast({ text: `Décision enregistrée pour « ${wish.title} ».` })
  }
  return (
    <section className="wish-part" aria-labelledby="decision">
      <h3 id="decision">Décision d’ouverture</h3>
      {decision?.by && (
        <p className="small soft">
          Décidé par {decision.by} {dayInWords(decision.at ?? '')}.
        </p>
      )}
      {mayChange ? (
        <>
          <RadioGroup
            label="Ouvrez-vous ce jeu ?"
            value={value}
            onChange={setValue}
            choices={[
              { id: NOT_YET, label: 'Pas encore décidé' },
              ...WISH_DECISIONS.map(id => ({ id, label: DECISION_WORDS[id], detail: MEANINGS[id] })),
            ]}
          />
          {value !== NOT_YET && (
            <TextArea
              label="Pourquoi ?"
              description="Une phrase, pour qui relira dans un an."
              optional
              rows={2}
              maxLength={2000}
              value={why}
              onChange={setWhy}
            />
          )}
          <div>
            <Button kind="primary" isPending={pending} onPress={() => void save()}>
              Enregistrer la décision
            </Button>
          </div>
        </>
      ) : (
        decision && (
          <>
            <DecisionMark decision={decision.value} />
            <p>{french(decision.why)}</p>
          </>
        )
      )}
    </section>
  )
}
