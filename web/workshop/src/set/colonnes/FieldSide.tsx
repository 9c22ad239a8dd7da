import { useState } from 'react'
import { RadioGroup } from '../../design/index.ts'
import { FieldCard } from './FieldCard.tsx'
import { isOpen } from './mapper.ts'
import type { MapperTools } from './use-mapper.ts'
import { isShown, type Shown } from './words.ts'

const SHOWN: readonly { readonly id: Shown; readonly label: string }[] = [
  { id: 'all', label: 'Toutes' },
  { id: 'required', label: 'Obligatoires' },
  { id: 'open', label: 'À décider' },
]

/** The model's columns. Each is a place to drop a column of the file on, and has a list for those who do not drag. */
export function FieldSide({ mapper: tools }: { readonly mapper: MapperTools }) {
  const [shown, setShown] = useState<Shown>('all')
  const rows = tools.mapper.fields.filter(row => isShown(row, shown, isOpen))
  return (
    <section className="stack mapper-side" aria-labelledby="mapper-fields">
      <h3 id="mapper-fields">Colonnes du modèle</h3>
      <RadioGroup
        label="Montrer"
        look="row"
        choices={SHOWN}
        value={shown}
        onChange={id => setShown(SHOWN.find(one => one.id === id)?.id ?? 'all')}
      />
      {rows.length === 0 && <p className="soft">Aucune colonne dans ce cas.</p>}
      <ul className="stack stack-tight mapper-fields">
        {rows.map(row => (
          <FieldCard key={row.field.name} row={row} tools={tools} />
        ))}
      </ul>
    </section>
  )
}
