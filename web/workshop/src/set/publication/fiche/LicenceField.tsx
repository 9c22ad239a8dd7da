import { useState } from 'react'
import { LICENCES } from '../../../../../../src/core/fiche/fiche.ts'
import { LICENCE_NAMES } from '../../../../../../src/core/fiche/licence.ts'
import { Notice, RadioGroup } from '../../../design/index.ts'
import type { BoxFieldProps } from './BoxField.tsx'

const YES_NO = [
  { id: 'no', label: 'Non' },
  { id: 'yes', label: 'Oui' },
  { id: 'unknown', label: 'Je ne sais pas' },
]

const MEANINGS = {
  lov2: 'Chacun fait ce qu’il veut de vos données, à condition de citer la commune. C’est celle de presque toutes les communes.',
  'odc-odbl':
    'Chacun en fait ce qu’il veut, à condition de citer la source et de partager de même ce qu’il en tire. Obligatoire dès qu’une partie vient d’OpenStreetMap.',
} as const

/** Two questions that anybody can answer, and the licence that follows. The person has the last word. */
export function LicenceField({ draft, onChange, error }: BoxFieldProps) {
  const [osm, setOsm] = useState<string | null>(null)
  const [others, setOthers] = useState<string | null>(null)
  const answerOsm = (answer: string) => {
    setOsm(answer)
    onChange({ ...draft, text: answer === 'yes' ? 'odc-odbl' : answer === 'no' ? 'lov2' : '' })
  }
  return (
    <div className="stack">
      <RadioGroup
        label="Une partie des données (positions, noms, horaires) vient-elle d’OpenStreetMap ?"
        description="OpenStreetMap est la carte libre faite par des bénévoles."
        look="row"
        choices={YES_NO}
        value={osm}
        onChange={answerOsm}
      />
      <RadioGroup
        label="Une partie vient-elle d’une entreprise (délégataire, prestataire) ou d’une autre administration ?"
        look="row"
        choices={YES_NO}
        value={others}
        onChange={setOthers}
      />
      {others !== null && others !== 'no' && (
        <Notice title="Vérifiez le contrat ou la convention">
          <p>
            Les données d’un service public s’ouvrent (code des relations entre le public et l’administration, art.
            L321-1), sauf ce sur quoi un tiers garde des droits d’auteur (art. L321-2). Si le contrat n’en dit rien,
            demandez-lui son accord par écrit avant d’ouvrir.
          </p>
        </Notice>
      )}
      <RadioGroup
        label="Licence"
        description="Les deux que la loi permet à une commune (art. D323-2-1 du même code)."
        look="cards"
        choices={LICENCES.map(id => ({ id, label: LICENCE_NAMES[id], detail: MEANINGS[id] }))}
        value={draft.text === '' ? null : draft.text}
        onChange={text => onChange({ ...draft, text })}
        error={error}
      />
    </div>
  )
}
