import { useState } from 'react'
import type { SourceCard } from '../../../../../src/contract/sets.ts'
import { Button, Dialog, RadioGroup, Select } from '../../design/index.ts'
import { listed, quoted } from '../shared/words.ts'
import type { Arrival } from './arrivals.ts'

interface NewFileDialogProps {
  readonly arrivals: readonly Arrival[]
  readonly sources: readonly SourceCard[]
  readonly onBeside: () => void
  readonly onReplace: (arrival: Arrival, instead: string) => void
  readonly onCancel: () => void
}

/** A file for a set that already has one: does it complete the list, or is it next year's? */
export function NewFileDialog({ arrivals, sources, onBeside, onReplace, onCancel }: NewFileDialogProps) {
  const [choice, setChoice] = useState<string | null>('beside')
  const [instead, setInstead] = useState<string | null>(null)
  const first = arrivals[0]
  const old = instead ?? sources[0]?.id
  const go = () => {
    if (choice === 'replace' && first && old !== undefined) onReplace(first, old)
    else onBeside()
  }
  const several = arrivals.length > 1
  const names = listed(arrivals.map(({ name }) => quoted(name)))
  return (
    <Dialog
      title={several ? 'Que faire de ces fichiers ?' : 'Que faire de ce fichier ?'}
      open={arrivals.length > 0}
      onClose={onCancel}
      acts={
        <>
          <Button onPress={onCancel}>Ne pas l’ajouter</Button>
          <Button kind="primary" onPress={go} after="arrow-right">
            Continuer
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          Ce jeu contient déjà {listed(sources.map(({ name }) => quoted(name)))}. Vous apportez {names}.
        </p>
        <RadioGroup
          label="Ce que c’est"
          look="cards"
          value={choice}
          onChange={setChoice}
          choices={[
            {
              id: 'beside',
              label: 'Une autre liste, à ajouter à côté',
              detail: 'Les lignes déjà connues sont complétées, les nouvelles sont ajoutées. Rien n’est écrasé.',
            },
            ...(several
              ? []
              : [
                  {
                    id: 'replace',
                    label: 'La nouvelle version d’un fichier que j’ai déjà donné',
                    detail: 'Celui de cette année, par exemple. Carnet montre d’abord ce qui change.',
                  },
                ]),
          ]}
        />
        {choice === 'replace' && sources.length > 1 && (
          <Select
            label="Quel fichier remplace-t-il ?"
            choices={sources.map(({ id, name }) => ({ id, label: name }))}
            value={old ?? null}
            onChange={setInstead}
          />
        )}
      </div>
    </Dialog>
  )
}
