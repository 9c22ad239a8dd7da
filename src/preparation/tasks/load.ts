import { loadAddresses } from '../../adapters/addresses/load.ts'
import { loadCommunes } from '../../adapters/communes/load.ts'
import type { Town } from '../../core/models/model.ts'
import { type AddressIndex, boxOf } from '../../core/places/address-index.ts'
import type { ReplayWorld } from '../../core/recipe/replay.ts'
import { type Sources, sourcesOf } from '../../core/recipe/sources.ts'
import { readContent } from './content.ts'
import type { TaskSet, TaskTown } from './task.ts'

export interface Loaded {
  readonly sources: Sources
  readonly world: ReplayWorld & { readonly addressesName?: string }
}

/** A thread's own copy of what makes a table. */
export async function loadSet({ model, contents, town }: TaskSet): Promise<Loaded> {
  const results = []
  for (const content of contents) results.push(await readContent(content))
  return { sources: sourcesOf(results), world: { model, ...(await loadTown(town)) } }
}

async function loadTown({ insee, siret, addresses }: TaskTown) {
  const communes = loadCommunes()
  const commune = communes.byInsee(insee)
  const card: Town | undefined = commune && {
    insee,
    name: commune.name,
    postcodes: commune.postcodes,
    department: commune.department,
    ...(commune.siren === undefined ? {} : { siren: commune.siren }),
    ...(commune.population === undefined ? {} : { population: commune.population }),
    ...(siret === undefined ? {} : { siret }),
  }
  const index = addresses && (await addressIndex(addresses.path, card))
  const box = index && boxOf(index)
  return {
    communes,
    ...(card && { town: box ? { ...card, box } : card }),
    ...(index && { addresses: index, addressesName: addresses.name }),
  }
}

let last: { readonly path: string; readonly index: Promise<AddressIndex> } | undefined

/** The town's address file is read once a thread. */
function addressIndex(path: string, town: Town | undefined): Promise<AddressIndex> {
  if (last?.path !== path) last = { path, index: loadAddresses(path, town) }
  return last.index
}
