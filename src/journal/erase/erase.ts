import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { record } from '../record.ts'
import { eraseText } from './erase-text.ts'
import { eraseSet, eraseUpload } from './erase-whole.ts'
import { finishErasures } from './finish.ts'
import type { Found } from './of-set.ts'

/** What is erased: ids of the set, of the upload. */
export type Erasure =
  /** Every trace of this text in a set: its sources, corrections, history, versions. */
  | { readonly type: 'value'; readonly dataSet: string; readonly text: string }
  /** A file received, and what was read in it. */
  | { readonly type: 'upload'; readonly upload: string }
  /** A set, its history, its versions, and the files that feed no other set. */
  | { readonly type: 'set'; readonly dataSet: string }

export interface Erased {
  /** Rows, entries and files that held it. */
  readonly places: number
  /** False: the last bytes go at the next start (see `finishErasures`). */
  readonly finished: boolean
}

/**
 * Erases for good, by law: the one place where Carnet loses something. What stays is an entry of the journal and a row of `erasure`: who and when,
 * not what. The entries that held it keep their place and their hash; they can be undone no more.
 */
export async function eraseForGood(world: World, actor: Actor, erasure: Erasure): Promise<Erased> {
  let places = 0
  const dataSet = erasure.type === 'value' ? erasure.dataSet : undefined
  await record(world, actor, { act: 'erase', dataSet, note: NOTES[erasure.type] }, async tx => {
    const found = await eraseIn(tx, world, actor.insee, erasure)
    places = found.places
    await tx
      .insertInto('erasure')
      .values({
        insee: actor.insee,
        id: world.newId(),
        at: world.now(),
        by_name: actor.name,
        kind: erasure.type,
        places,
        todo: JSON.stringify(found.blobs),
      })
      .execute()
  })
  return { places, finished: await finishErasures(world.db, world.blobs) }
}

const NOTES: Record<Erasure['type'], string> = {
  value: 'Valeur effacée définitivement',
  upload: 'Fichier effacé définitivement',
  set: 'Jeu de données effacé définitivement',
}

function eraseIn(tx: Tx, world: World, insee: string, erasure: Erasure): Promise<Found> {
  switch (erasure.type) {
    case 'value':
      return eraseText(tx, world, insee, erasure.dataSet, erasure.text)
    case 'upload':
      return eraseUpload(tx, world, insee, erasure.upload)
    case 'set':
      return eraseSet(tx, world, insee, erasure.dataSet)
  }
}
