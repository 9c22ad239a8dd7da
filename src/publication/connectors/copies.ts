import type { z } from 'zod'
import { PlaceProblem } from '../../adapters/connector.ts'
import type {
  addPlace,
  Copies as CopiesPage,
  CopyPlan,
  changePlace,
  checkPlace,
  PlaceChecked,
  PlaceSettings,
  sendCopies,
  stopCopy,
} from '../../contract/copies.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Actor } from '../../store/world.ts'
import { readCatalog } from '../catalog/read.ts'
import { copiesPage } from './cards.ts'
import { copyOf, copyOfTombstone } from './copy-of.ts'
import { type Memory, NOTHING, readMemory } from './memory.ts'
import { openPlace } from './open-place.ts'
import { plan } from './plan.ts'
import {
  changeDelivery,
  type DeliveryRow,
  deliveryRows,
  ownerOf,
  type PlaceRow,
  placeRow,
  placeRows,
  secretOf,
} from './rows.ts'
import { CopyRunner, open } from './runner.ts'
import { type CopiesWorld, offeredKinds } from './world.ts'

/** The doors of this area: places, what is copied where, what a person decides. */
export class Copies {
  readonly runner: CopyRunner
  constructor(readonly world: CopiesWorld) {
    this.runner = new CopyRunner(world)
  }

  page = (insee: string): Promise<CopiesPage> => copiesPage(this.world, insee)

  /** Tries the door; with the secret that is there already when none is given. */
  async check(insee: string, { settings, secret, place }: z.output<typeof checkPlace>): Promise<PlaceChecked> {
    this.#offered(settings)
    const known = place === undefined ? undefined : await placeRow(this.world.db, insee, place)
    return this.#try(settings, secret ?? (known && secretOf(this.world, known)) ?? '')
  }

  async #try(settings: PlaceSettings, secret: string): Promise<PlaceChecked> {
    const opened = openPlace(this.world, settings, secret)
    try {
      return await opened.check()
    } catch (error) {
      throw error instanceof PlaceProblem ? new Refused(422, error.message) : error
    } finally {
      await opened.close?.()
    }
  }

  #offered({ kind }: PlaceSettings): void {
    if (!offeredKinds(this.world).includes(kind))
      throw new Refused(422, 'Ce genre d’endroit n’est pas ouvert dans ce Carnet.')
  }

  async add(actor: Actor, { title, settings, secret }: z.output<typeof addPlace>): Promise<string> {
    this.#offered(settings)
    const { insee } = actor
    await this.#refuseTwice(insee, settings)
    const id = this.world.newId()
    const sealed = secret ? this.world.secrets.seal(secret, ownerOf({ insee, id })) : null
    await record(
      this.world,
      actor,
      { act: 'copy-place', note: `Endroit ajouté pour les copies : ${title}` },
      async tx => {
        await tx
          .insertInto('connector')
          .values({
            ...{ insee, id, kind: settings.kind, title, settings: JSON.stringify(settings), secret: sealed },
            ...{ created_at: this.world.now(), created_by: actor.name, removed_at: null },
          })
          .execute()
      },
    )
    return id
  }

  /** Two of the same would write over each other. */
  async #refuseTwice(insee: string, settings: PlaceSettings): Promise<void> {
    const twin = (await placeRows(this.world.db, insee)).find(row => row.settings === JSON.stringify(settings))
    if (twin) throw new Refused(409, `Cet endroit est déjà dans vos copies, sous le nom « ${twin.title} ».`)
  }

  /** Another key, another name, another organisation. What waited for a key goes on. */
  async change(actor: Actor, id: string, change: z.output<typeof changePlace>): Promise<void> {
    const row = await placeRow(this.world.db, actor.insee, id)
    const { settings, secret, title } = change
    if (settings && settings.kind !== row.kind)
      throw new Refused(422, 'Un endroit ne change pas de genre : ajoutez-en un autre.')
    const set = {
      ...(title !== undefined && { title }),
      ...(settings && { settings: JSON.stringify(settings) }),
      ...(secret && { secret: this.world.secrets.seal(secret, ownerOf(row)) }),
    }
    if (Object.keys(set).length === 0) return
    const note = `Endroit des copies changé : ${title ?? row.title}${secret ? ' (nouvelle clé)' : ''}`
    await record(this.world, actor, { act: 'copy-place', note }, async tx => {
      await tx.updateTable('connector').set(set).where('insee', '=', actor.insee).where('id', '=', id).execute()
      for (const delivery of await deliveryRows(tx, actor.insee))
        if (delivery.connector === id) await changeDelivery(tx, delivery, { state: 'waiting', message: '' }, STUCK)
    })
    this.runner.soon()
  }

  /** Its key is forgotten; what was copied there stays there, and what Carnet remembers of it too. */
  async remove(actor: Actor, id: string): Promise<void> {
    const { title } = await placeRow(this.world.db, actor.insee, id)
    const note = `Endroit retiré des copies : ${title}. Ce qui y est copié y reste.`
    await record(this.world, actor, { act: 'copy-place', note }, async tx => {
      const set = { removed_at: this.world.now(), secret: null }
      await tx.updateTable('connector').set(set).where('insee', '=', actor.insee).where('id', '=', id).execute()
      for (const delivery of await deliveryRows(tx, actor.insee))
        if (delivery.connector === id) await changeDelivery(tx, delivery, { wanted: 0, state: 'none' })
    })
  }

  async plan(insee: string, id: string, sets: readonly string[]): Promise<CopyPlan[]> {
    const row = await placeRow(this.world.db, insee, id)
    const catalog = await readCatalog(this.world)
    const deliveries = await deliveryRows(this.world.db, insee)
    const plans: CopyPlan[] = []
    for (const set of catalog.sets.filter(one => one.insee === insee && sets.includes(one.id))) {
      const memory = readMemory(deliveries.find(one => one.data_set === set.id && one.connector === id)?.remote ?? null)
      plans.push(await plan(() => open(this.world, row), await copyOf(this.world, set), set.id, memory))
    }
    return plans
  }

  /** From now on these sets are copied there. */
  async send(actor: Actor, id: string, { sets, theirs }: z.output<typeof sendCopies>): Promise<void> {
    const { title } = await placeRow(this.world.db, actor.insee, id)
    const catalog = await readCatalog(this.world)
    const chosen = catalog.sets.filter(one => one.insee === actor.insee && sets.includes(one.id))
    if (chosen.length < new Set(sets).size)
      throw new Refused(409, 'Seuls les jeux publiés peuvent être copiés ailleurs.')
    const names = chosen.map(({ fiche }) => `« ${fiche.title} »`).join(', ')
    const note = `Copie demandée vers ${title} : ${names}${theirs ? ` (${THEIRS[theirs]})` : ''}`
    await record(this.world, actor, { act: 'copy-send', note }, async tx => {
      const rows = await deliveryRows(tx, actor.insee)
      for (const { id: data_set } of chosen) {
        const before = rows.find(one => one.data_set === data_set && one.connector === id)
        await this.#queue(tx, { insee: actor.insee, data_set, connector: id }, before, theirs)
      }
    })
    this.runner.soon()
  }

  async #queue(
    tx: CopiesWorld['db'],
    key: Pick<DeliveryRow, 'insee' | 'data_set' | 'connector'>,
    before: DeliveryRow | undefined,
    theirs: Memory['theirs'],
  ): Promise<void> {
    const memory: Memory = { ...(before ? readMemory(before.remote) : NOTHING), ...(theirs && { theirs }) }
    const change = { wanted: 1, state: 'waiting' as const, message: '', remote: JSON.stringify(memory) }
    if (!before)
      return void (await tx
        .insertInto('delivery')
        .values({ ...key, ...change, ...NEVER })
        .execute())
    // One that is leaving now ends first: what it remembers is newer than what was read here.
    if (before.state !== 'sending') await changeDelivery(tx, key, change)
    else await changeDelivery(tx, key, { wanted: 1 })
  }

  /** No longer copied. What is there is left, marked or taken away as the person says, before it is forgotten here. */
  async stop(actor: Actor, id: string, { set, there }: z.output<typeof stopCopy>): Promise<void> {
    const row = await placeRow(this.world.db, actor.insee, id)
    const delivery = (await deliveryRows(this.world.db, actor.insee)).find(
      one => one.data_set === set && one.connector === id,
    )
    if (!delivery) throw new Refused(404, 'Ce jeu n’est pas copié là.')
    if (delivery.state === 'sending') throw new Refused(409, 'Cet envoi est en cours : attendez qu’il se termine.')
    const title = await this.#withdraw(actor.insee, row, delivery, there)
    const note = `« ${title} » n’est plus copié sur ${row.title} : ${STOPS[there]}`
    const forgotten = there === 'remove' ? { remote: null, hash: null } : {}
    await record(this.world, actor, { act: 'copy-stop', note }, async tx => {
      await changeDelivery(tx, delivery, { wanted: 0, state: 'none', message: '', ...forgotten })
    })
  }

  async #withdraw(
    insee: string,
    row: PlaceRow,
    delivery: DeliveryRow,
    there: 'leave' | 'mark' | 'remove',
  ): Promise<string> {
    const catalog = await readCatalog(this.world)
    const isIt = (one: { insee: string; id: string }) => one.insee === insee && one.id === delivery.data_set
    const [set, tomb] = [catalog.sets.find(isIt), catalog.tombstones.find(isIt)]
    const { id } = readMemory(delivery.remote)
    const copy = set ? await copyOf(this.world, set) : tomb && copyOfTombstone(this.world, tomb)
    if (there !== 'leave' && id !== undefined && copy) {
      const why = tomb?.why ?? 'la copie n’est plus tenue à jour ici'
      await this.#there(row, place => place.withdraw(id, there, copy, why))
    }
    return copy?.fiche.title ?? delivery.data_set
  }

  async #there(row: PlaceRow, work: (place: ReturnType<typeof open>) => Promise<void>): Promise<void> {
    try {
      const place = open(this.world, row)
      await work(place).finally(() => place.close?.())
    } catch (error) {
      throw error instanceof PlaceProblem ? new Refused(422, error.message) : error
    }
  }
}

/** What a new key or other settings may mend. */
const STUCK = ['key', 'refused', 'later'] as const
const NEVER = { hash: null, tried_at: null, delivered_at: null }
const THEIRS = {
  keep: 'ce qui a été changé là-bas y reste',
  replace: 'ce qui a été changé là-bas est remplacé',
} as const
const STOPS = {
  leave: 'la copie y reste telle qu’elle est',
  mark: 'la copie y reste, et dit qu’elle n’est plus tenue à jour',
  remove: 'la copie y est retirée',
} as const
