import { catalogIsland } from './catalog-island.ts'
import { copyIsland } from './copy-island.ts'
import { mapIsland } from './map-island.ts'
import { tableIsland } from './table-island.ts'

/** What a script adds to pages that do without it. */
const ISLANDS: Readonly<Record<string, (slot: HTMLElement) => void>> = {
  map: mapIsland,
  table: tableIsland,
  copy: copyIsland,
  catalog: catalogIsland,
}

for (const slot of document.querySelectorAll<HTMLElement>('[data-island]')) ISLANDS[slot.dataset.island ?? '']?.(slot)
