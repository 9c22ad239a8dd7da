import type { Selectable } from 'kysely'
import type { FirstStart, TownCard } from '../contract/people.ts'
import { Refused } from '../contract/refused.ts'
import type { Commune, Communes } from '../core/places/communes/index.ts'
import { record } from '../journal/record.ts'
import type { Tx } from '../store/open.ts'
import type { TownTable } from '../store/tables.ts'
import type { Actor, World } from '../store/world.ts'
import { cleanMail } from './mails.ts'
import { hashPassword } from './sign-in/password.ts'

export type Birth = Omit<FirstStart, 'code'> & { readonly example?: boolean }

/**
 * A town and its referent, in one act. It is chosen by its INSEE code in the official list: two towns may bear one name. Answers the referent.
 */
export async function createTown(world: World, communes: Communes, given: Birth): Promise<Actor> {
  const commune = todaysCommune(communes, given.insee)
  const referent: Actor = { insee: commune.code, id: world.newId(), name: given.name }
  const hash = given.password === undefined ? null : await hashPassword(given.password)
  const note = `Ouverture de Carnet pour ${commune.name} (${commune.code}), référente ou référent : ${given.name}`
  await record(world, referent, { act: 'create-town', note }, async tx => {
    await insertTown(tx, world, commune, given)
    await insertReferent(tx, world, referent, given.mail, hash)
  })
  return referent
}

export function todaysCommune(communes: Communes, insee: string): Commune {
  const commune = communes.byInsee(insee)
  if (!commune)
    throw new Refused(
      422,
      `J’ai lu le code INSEE « ${insee} » ; je ne le trouve pas dans la liste officielle des communes. Exemple : 78217 pour Épône.`,
    )
  if (commune.current === undefined) return commune
  const today = communes.byInsee(commune.current)
  throw new Refused(
    422,
    `« ${commune.name} » (${insee}) fait aujourd’hui partie de ${today?.name ?? '?'} (${commune.current}) : choisissez cette commune.`,
  )
}

export async function insertTown(
  tx: Tx,
  world: World,
  { code, name }: Commune,
  given: Pick<Birth, 'siret' | 'example'>,
): Promise<void> {
  const there = await tx.selectFrom('town').select('name').where('insee', '=', code).executeTakeFirst()
  if (there) throw new Refused(409, `${there.name} est déjà dans ce Carnet.`)
  await tx
    .insertInto('town')
    .values({ insee: code, name, siret: given.siret ?? null, example: given.example ? 1 : 0, created_at: world.now() })
    .execute()
}

export async function insertReferent(
  tx: Tx,
  world: World,
  referent: Actor,
  mail: string | undefined,
  hash: string | null,
) {
  const created_at = world.now()
  const row = { insee: referent.insee, id: referent.id, name: referent.name, role: 'referent', created_at }
  await tx
    .insertInto('person')
    .values({ ...row, mail: mail === undefined ? null : cleanMail(mail) })
    .execute()
  if (mail !== undefined && hash !== null)
    await tx
      .insertInto('account')
      .values({ mail: cleanMail(mail), password_hash: hash, created_at })
      .onConflict(at => at.column('mail').doNothing())
      .execute()
}

/** The town's own row. */
export const townRow = (world: World, insee: string): Promise<Selectable<TownTable>> =>
  world.db.selectFrom('town').selectAll().where('insee', '=', insee).executeTakeFirstOrThrow()

/** What the pages know of the town: its row, and the official list. */
export function townCard(town: Selectable<TownTable>, communes: Communes): TownCard {
  const commune = communes.byInsee(town.insee)
  const siren = town.siret?.slice(0, 9) ?? commune?.siren
  return {
    insee: town.insee,
    name: town.name,
    department: commune?.department ?? '',
    postcodes: commune?.postcodes ?? [],
    ...(commune?.population !== undefined && { population: commune.population }),
    ...(town.siret !== null && { siret: town.siret }),
    ...(siren !== undefined && { siren }),
    ...(town.addresses_name !== null && {
      addresses: { name: town.addresses_name, count: town.addresses_count ?? 0 },
    }),
    ...(town.example === 1 && { example: true }),
  }
}

/** '' takes the SIRET away. */
export async function changeSiret(world: World, actor: Actor, siret: string): Promise<void> {
  const note = siret === '' ? 'SIRET de la commune retiré' : `SIRET de la commune : ${siret}`
  await record(world, actor, { act: 'change-town', note }, async tx => {
    await tx
      .updateTable('town')
      .set({ siret: siret === '' ? null : siret })
      .where('insee', '=', actor.insee)
      .execute()
  })
}
