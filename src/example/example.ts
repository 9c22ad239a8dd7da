import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Town } from '../core/models/model.ts'
import type { Communes } from '../core/places/communes/index.ts'
import { giveAddresses } from '../people/addresses.ts'
import { createTown } from '../people/town.ts'
import type { Preparation } from '../preparation/preparation.ts'
import { changeFacts, createSet } from '../preparation/sets/create.ts'
import { readSoon, receiveUpload } from '../preparation/uploads/receive.ts'
import type { Actor } from '../store/world.ts'

/** One wish of `demo/jeux.json`: the files received with it, and those that come later. */
interface Wish {
  readonly title: string
  readonly model: string
  readonly files: readonly string[]
  readonly later?: readonly string[]
}

/**
 * The example town as it is on the evening of its second day: ten wishes in order, an address file, and the services' messy files received, waiting
 * to be put where they belong. Through the same doors as a person's acts, so that its history reads like hers.
 */
export async function buildExample(preparation: Preparation, communes: Communes, folder: string): Promise<void> {
  const card = json<{ insee: string; siret: string }>(join(folder, 'ville.json'))
  const wishes = json<readonly Wish[]>(join(folder, 'jeux.json'))
  const { world, jobs } = preparation
  const actor = await createTown(world, communes, { ...card, name: 'Camille (exemple)', example: true })
  await giveExampleAddresses(preparation, actor, communes, folder)
  for (const [at, { title, model }] of wishes.entries()) {
    const slug = await createSet(world, actor, { title, model })
    await changeFacts(world, actor, slug, { rank: at + 1 })
  }
  const received: string[] = []
  for (const name of wishes.flatMap(({ files, later = [] }) => [...files, ...later]))
    received.push(await receiveUpload(world, actor, name, createReadStream(join(folder, 'files', name))))
  await readSoon(world, jobs, actor, received)
}

async function giveExampleAddresses({ world }: Preparation, actor: Actor, communes: Communes, folder: string) {
  const { code, name, postcodes, department } = communes.byInsee(actor.insee)!
  const town: Town = { insee: code, name, postcodes, department }
  const file = `adresses-${code}.csv`
  await giveAddresses(world, actor, town, { name: file, bytes: readFileSync(join(folder, 'files', file)) })
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
