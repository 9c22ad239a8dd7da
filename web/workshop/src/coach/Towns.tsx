import { useState } from 'react'
import type { TownOnBoard } from '../../../../src/contract/coach.ts'
import { Select } from '../design/index.ts'
import { TownCard } from './TownCard.tsx'

type Order = 'quiet' | 'step' | 'name'
const ORDERS: readonly { readonly id: Order; readonly label: string }[] = [
  { id: 'quiet', label: 'Sans nouvelles depuis longtemps d’abord' },
  { id: 'step', label: 'La moins avancée d’abord' },
  { id: 'name', label: 'Par nom' },
]
const BY: Readonly<Record<Order, (a: TownOnBoard, b: TownOnBoard) => number>> = {
  quiet: (a, b) => (b.quiet ?? Number.POSITIVE_INFINITY) - (a.quiet ?? Number.POSITIVE_INFINITY) || byName(a, b),
  step: (a, b) => a.step.number - b.step.number || a.sets.published - b.sets.published || byName(a, b),
  name: (a, b) => byName(a, b),
}
const byName = (a: TownOnBoard, b: TownOnBoard): number => a.name.localeCompare(b.name, 'fr')

/** The towns, those to call first at the top. */
export function Towns({ towns }: { readonly towns: readonly TownOnBoard[] }) {
  const [order, setOrder] = useState<Order>('quiet')
  const open = towns.reduce((sum, { sets }) => sum + sets.published, 0)
  return (
    <section className="stack" aria-labelledby="communes">
      <div className="row row-between">
        <div>
          <h2 id="communes">{towns.length > 1 ? `${towns.length} communes` : 'Une commune'}</h2>
          <p className="soft">
            {open === 0
              ? 'Aucun jeu publié pour l’instant.'
              : `${open} ${open > 1 ? 'jeux publiés' : 'jeu publié'} en tout.`}
          </p>
        </div>
        {towns.length > 1 && (
          <Select label="Dans quel ordre ?" value={order} onChange={id => setOrder(id as Order)} choices={ORDERS} />
        )}
      </div>
      <ul className="coach-towns">
        {[...towns].sort(BY[order]).map(town => (
          <TownCard key={town.insee} town={town} />
        ))}
      </ul>
    </section>
  )
}
