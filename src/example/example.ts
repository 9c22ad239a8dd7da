import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Town } from '../core/models/model.ts'
import type { Communes } from '../core/places/communes/index.ts'
import { giveAddresses } from '../people/addresses.ts'
import { createTown } from '../people/town.ts'
import type { Preparation } from '../preparation/preparation.ts'
import { createSet } from '../preparation/sets/create.ts'
import { readSoon, receiveUpload } from '../preparation/uploads/receive.ts'
import type { Actor } from '../store/world.ts'
import { sayWishes } from './say-wishes.ts'

/** One wish of `demo/jeux.json`: the files received with it, and those that come later. */
interface Wish {
  readonly slug: string
  readonly title: string
  readonly model: string
  readonly files: readonly string[]
  readonly later?: readonly string[]
}

/**
 * The example town as it is on the evening of its second day: ten wishes in order, an address file, and the services' messy files received, waiting
 * to be put where they belong. Through the same doors as a person's acts, so that its history reads like hers.
 */
export async function buildExample(preparation: Preparation, communes: Communes, folder: string): Promise<ExampleTown> {
  const card = json<{ insee: string; siret: string }>(join(folder, 'ville.json'))
  const wishes = json<readonly Wish[]>(join(folder, 'jeux.json'))
  const { world, jobs } = preparation
  const actor = await createTown(world, communes, { ...card, name: 'Camille (exemple)', example: true })
  await giveExampleAddresses(preparation, actor, communes, folder)
  const sets: ExampleSet[] = []
  for (const { slug: name, title, model } of wishes) {
    const slug = await createSet(world, actor, { title, model })
    sets.push({ name, slug, uploads: [] })
  }
  const received: string[] = []
  for (const [at, { files, later = [] }] of wishes.entries())
    for (const name of [...files, ...later]) {
      const upload = await receiveUpload(world, actor, name, createReadStream(join(folder, 'files', name)))
      received.push(upload)
      if (files.includes(name)) sets[at]!.uploads.push(upload)
    }
  await readSoon(world, jobs, actor, received)
  await sayWishes(world, actor, sets, folder, 'day2')
  return { actor, sets }
}

/** The town as it was made, for whoever goes on with its week. */
export interface ExampleTown {
  readonly actor: Actor
  readonly sets: readonly ExampleSet[]
}
export interface ExampleSet {
  /** As `demo/*.json` call it. */
  readonly name: string
  readonly slug: string
  /** The files that came for it, but those that come later. */
  readonly uploads: string[]
}

async function giveExampleAddresses({ world }: Preparation, actor: Actor, communes: Communes, folder: string) {
  const { code, name, postcodes, department } = communes.byInsee(actor.insee)!
  const town: Town = { insee: code, name, postcodes, department }
  const file = `adresses-${code}.csv`
  await giveAddresses(world, actor, town, { name: file, bytes: readFileSync(join(folder, 'files', file)) })
}

export const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
