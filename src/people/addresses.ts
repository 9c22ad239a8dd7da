import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPoints } from '../adapters/addresses/load.ts'
import type { TownCard } from '../contract/people.ts'
import type { Town } from '../core/models/model.ts'
import type { AddressPoint } from '../core/places/address-index.ts'
import { record } from '../journal/record.ts'
import type { Actor, World } from '../store/world.ts'
import { townRow } from './town.ts'

type TownAddresses = NonNullable<TownCard['addresses']>

/** Keeps the town's address file, once read whole. One that cannot be read, or is another town's, leaves the one before. */
export async function giveAddresses(
  world: World,
  actor: Actor,
  town: Town,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<TownAddresses> {
  const count = (await readAs(file, path => loadPoints(path, town))).length
  const sha256 = await world.blobs.put(file.bytes)
  const note = `Adresses de la commune : « ${file.name} », ${count.toLocaleString('fr-FR')} adresse${count > 1 ? 's' : ''}`
  await record(world, actor, { act: 'addresses', note }, async tx => {
    await tx
      .updateTable('town')
      .set({ addresses_sha256: sha256, addresses_name: file.name, addresses_count: count })
      .where('insee', '=', actor.insee)
      .execute()
  })
  return { name: file.name, count }
}

/** The reader names the file in its sentences: it is handed one of that name. */
async function readAs<T>({ name, bytes }: { name: string; bytes: Uint8Array }, read: (path: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-adresses-'))
  try {
    const path = join(folder, safeName(name))
    await writeFile(path, bytes)
    return await read(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Its last part alone, without what a folder or a terminal would take for its own. */
const safeName = (name: string): string =>
  name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-100) || 'adresses.csv'

/** The town's addresses, with what names their version; none when no file was given. */
export async function townAddresses(
  world: World,
  town: Town,
): Promise<{ version: string; points: () => Promise<readonly AddressPoint[]> } | undefined> {
  const { addresses_sha256: sha256 } = await townRow(world, town.insee)
  return sha256 === null ? undefined : { version: sha256, points: () => loadPoints(world.blobs.path(sha256), town) }
}
