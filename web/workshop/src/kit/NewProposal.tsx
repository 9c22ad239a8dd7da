import { Button, Notice } from '../design/index.ts'

interface NewProposalProps {
  readonly mine: string
  readonly proposal: string
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** The sets have changed since a person wrote: both are shown, she chooses. Nothing is done for her. */
export function NewProposal({ mine, proposal, onTake, onKeep }: NewProposalProps) {
  return (
    <section className="stack" aria-label="Nouvelle proposition">
      <Notice
        kind="attention"
        title="Vos jeux publiés ont changé depuis que ce texte a été écrit"
        acts={
          <>
            <Button onPress={onTake}>Partir de la nouvelle proposition</Button>
            <Button onPress={onKeep}>Garder le texte tel quel</Button>
          </>
        }
      >
        <p>Le texte enregistré n’a pas bougé. Voici ce que Carnet proposerait aujourd’hui.</p>
      </Notice>
      <div className="kit-beside">
        <Sheet title="Le texte enregistré" text={mine} />
        <Sheet title="La nouvelle proposition" text={proposal} />
      </div>
    </section>
  )
}

const Sheet = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <section className="kit-sheet" aria-label={title}>
    <h2>{title}</h2>
    <p className="kit-plain">{text}</p>
  </section>
)
