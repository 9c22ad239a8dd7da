import { useState } from 'react'
import { Button } from '../../design/index.ts'
import { columnsCounted } from '../shared/words.ts'
import { HoleCard } from './HoleCard.tsx'
import type { ColumnHoles } from './holes.ts'

/** Columns with empty cells: mandatory ones in view, the others behind a button. */
export function HoleList({ holes }: { readonly holes: readonly ColumnHoles[] }) {
  const [open, setOpen] = useState(false)
  const required = holes.filter(one => one.required)
  const optional = holes.filter(one => !one.required)
  if (holes.length === 0) return null
  return (
    <section className="stack" aria-labelledby="holes">
      <h3 id="holes" tabIndex={-1}>
        Ce qui manque, colonne par colonne
      </h3>
      {required.length > 0 ? (
        <Cards holes={required} label="Colonnes obligatoires incomplètes" />
      ) : (
        <p className="soft">Aucune colonne obligatoire n’a de case vide.</p>
      )}
      {optional.length > 0 && (
        <>
          <div>
            <Button icon={open ? 'chevron-down' : 'chevron-right'} aria-expanded={open} onPress={() => setOpen(!open)}>
              {columnsCounted(optional.length)}{' '}
              {optional.length > 1 ? 'facultatives incomplètes' : 'facultative incomplète'}
            </Button>
          </div>
          {open && <Cards holes={optional} label="Colonnes facultatives incomplètes" />}
        </>
      )}
    </section>
  )
}

const Cards = ({ holes, label }: { readonly holes: readonly ColumnHoles[]; readonly label: string }) => (
  <ul className="hole-list" aria-label={label}>
    {holes.map(hole => (
      <HoleCard key={hole.field.name} hole={hole} />
    ))}
  </ul>
)
