import type { Selectable } from 'kysely'
import type { TownCard } from '../contract/people.ts'
import type { Communes } from '../core/places/communes/index.ts'
import type { TownTable } from '../store/tables.ts'
import type { World } from '../store/world.ts'

/** The town's own row. */
export const townRow = (world: World, insee: string): Promise<Selectable<TownTable>> =>
  world.db.selectFrom('town').selectAll().where('insee', '=', insee).executeTakeFirstOrThrow()

/** What the pages know of the town: its row, and the official list. */
export function townCard(town: Selectable<TownTable>, communes: Communes): TownCard {
  const commune = communes.byInsee(town.insee)
  return {
    insee: town.insee,
    name: town.name,
    department: commune?.department ?? '',
    postcodes: commune?.postcodes ?? [],
    ...(commune?.population !== undefined && { population: commune.population }),
    ...(town.siret !== null && { siret: town.siret }),
    ...(town.addresses_name !== null && {
      addresses: { name: town.addresses_name, count: town.addresses_count ?? 0 },
    }),
    ...(town.example === 1 && { example: true }),
  }
}
