import { lazy, Suspense, useMemo } from 'react'
import type { LinkPage } from '../../../../src/contract/link.ts'
import { pointFields } from '../entry/form.ts'
import { spotOf } from '../entry/place.ts'
import { nameOfRow } from '../entry/row-name.ts'
import type { Pin } from '../map/town-map.ts'
import { counted } from '../set/shared/words.ts'

/** The map library is only fetched where there is something to show on it. */
const ReadMap = lazy(() => import('../map/ReadMap.tsx'))

/** The rows that have a place, on a map. */
export function LinkMap({ page }: { readonly page: LinkPage }) {
  const pins = useMemo(() => pinsOf(page), [page])
  if (pins.length === 0) return null
  const places = counted(pins.length, 'lieu', 'lieux')
  return (
    <section className="stack" aria-labelledby="carte">
      <h2 id="carte">La carte, {places}</h2>
      <Suspense fallback={<p className="soft">La carte arrive…</p>}>
        <ReadMap label={`Carte de ${page.setTitle}, ${places}`} pins={pins} />
      </Suspense>
    </section>
  )
}

function pinsOf({ fields, table }: LinkPage): Pin[] {
  const point = pointFields(fields)
  if (!point || !table) return []
  return table.rows.flatMap((row, at) => {
    const cells = Object.fromEntries(table.columns.map((column, c) => [column, row[c] ?? '']))
    const spot = spotOf(point, cells)
    return spot ? [{ id: String(at), spot, title: nameOfRow(cells, { fields }, []), odd: false }] : []
  })
}
