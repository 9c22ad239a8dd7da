import { useState } from 'react'
import { type Appearance, appearance, setAppearance } from '../app/appearance.ts'
import { RadioGroup } from '../design/index.ts'

/** Light or dark, kept by this browser alone. */
export function Look() {
  const [choice, setChoice] = useState<Appearance>(appearance)
  const choose = (id: string) => {
    setAppearance(id as Appearance)
    setChoice(id as Appearance)
  }
  return (
    <section className="card stack settings" aria-labelledby="apparence">
      <h2 id="apparence">Apparence, sur cet ordinateur</h2>
      <RadioGroup
        label="Couleurs"
        value={choice}
        onChange={choose}
        choices={[
          { id: 'auto', label: 'Comme l’ordinateur' },
          { id: 'light', label: 'Claires' },
          { id: 'dark', label: 'Sombres' },
        ]}
      />
    </section>
  )
}
