import { useEffect, useState } from 'react'
import type { CommuneChoice } from '../../../../src/contract/people.ts'
import { useApi } from '../api/index.ts'
import { announce, Button, Icon, RadioGroup, TextField } from '../design/index.ts'
import { counted, numbered } from '../set/shared/words.ts'
import './start.css'

interface CommuneSearchProps {
  readonly chosen: CommuneChoice | null
  readonly onChoose: (commune: CommuneChoice | null) => void
}

/** Finds a commune by name or postcode; it is chosen by its INSEE code, shown with what tells two of the same name apart. */
export function CommuneSearch({ chosen, onChoose }: CommuneSearchProps) {
  const [typed, setTyped] = useState('')
  const asked = useLater(typed.trim(), 180)
  const found = useApi<readonly CommuneChoice[]>(
    asked.length < 2 || chosen ? null : `/communes?q=${encodeURIComponent(asked)}`,
  )
  const communes = found.value
  useEffect(() => {
    if (communes) announce(counted(communes.length, 'commune trouvée', 'communes trouvées', 'Aucune commune trouvée'))
  }, [communes])
  if (chosen) return <Chosen commune={chosen} onChange={() => onChoose(null)} />
  return (
    <div className="stack stack-tight">
      <TextField
        label="Votre commune"
        description="Son nom, son code postal ou son code INSEE"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoFocus
      />
      {communes && communes.length > 0 && (
        <RadioGroup
          label="Choisissez dans la liste"
          look="cards"
          value={null}
          onChange={insee => onChoose(communes.find(commune => commune.insee === insee) ?? null)}
          choices={communes.slice(0, 8).map(commune => ({
            id: commune.insee,
            label: <strong>{commune.name}</strong>,
            detail: communeWords(commune),
          }))}
        />
      )}
      {communes?.length === 0 && <p className="soft">Aucune commune ne porte ce nom. Essayez avec son code postal.</p>}
    </div>
  )
}

/** « Yvelines · 78680 · code INSEE 78217 · 6 507 habitants ». */
const communeWords = ({ departmentName, department, postcodes, insee, population }: CommuneChoice): string =>
  [
    departmentName ?? `département ${department}`,
    postcodes.slice(0, 3).join(', '),
    `code INSEE ${insee}`,
    population === undefined ? '' : `${numbered(population)} ${population > 1 ? 'habitants' : 'habitant'}`,
  ]
    .filter(Boolean)
    .join(' · ')

const Chosen = ({ commune, onChange }: { readonly commune: CommuneChoice; readonly onChange: () => void }) => (
  <div className="chosen-commune">
    <Icon name="flag" size={26} />
    <div>
      <p className="chosen-commune-name">{commune.name}</p>
      <p className="small">{communeWords(commune)}</p>
    </div>
    <Button kind="quiet" size="small" onPress={onChange}>
      Changer
    </Button>
  </div>
)

/** The text once the person has stopped typing for a moment. */
function useLater(text: string, milliseconds: number): string {
  const [later, setLater] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return later
}
