import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { createLink, LinkCard, LinkScope, NewLink } from '../contract/people.ts'
import { Refused } from '../contract/refused.ts'
import { record } from '../journal/record.ts'
import type { DataSetTable, LinkTable } from '../store/tables.ts'
import type { Actor, World } from '../store/world.ts'
import { hashOf, newSecret } from './secrets.ts'
import { later } from './sessions.ts'

type LinkRow = Selectable<LinkTable>
type Wanted = z.output<typeof createLink>
type LinkedSet = Pick<Selectable<DataSetTable>, 'id' | 'slug' | 'title' | 'model'>

const DAY = 24 * 60 * 60_000

/** What the journal says of each kind of link. */
const WHAT: Readonly<Record<LinkScope['type'], string>> = {
  fill: 'ajouter des lignes',
  complete: 'compléter des cases',
  approve: 'relire et dire oui ou non',
  read: 'regarder',
  send: 'donner un fichier',
}

/** A link without an account, for one person and one thing. Its address is answered once: only its hash is kept. */
export async function makeLink(world: World, actor: Actor, wanted: Wanted, publicUrl: string): Promise<NewLink> {
  const set = await setOf(world, actor.insee, wanted.scope.set)
  const { row, secret } = drawLink(world, actor, wanted)
  const note = `Lien pour ${wanted.label} : ${WHAT[wanted.scope.type]}, valable ${wanted.days} jour${wanted.days > 1 ? 's' : ''}`
  await record(world, actor, { act: 'create-link', dataSet: set.id, note, beside: true }, async tx => {
    await tx.insertInto('link').values(row).execute()
  })
  return { ...cardOf(row, set.title), address: `${publicUrl}/atelier/lien/${secret}` }
}

/** The row of a new link and its secret, for acts that make it with something else. */
export function drawLink(
  world: World,
  actor: Actor,
  wanted: Wanted,
): { readonly row: LinkRow; readonly secret: string } {
  const secret = newSecret()
  const now = world.now()
  const row = {
    insee: actor.insee,
    id: world.newId(),
    token_hash: hashOf(secret),
    scope: JSON.stringify(wanted.scope),
    label: wanted.label,
    created_by: actor.id,
    created_at: now,
    expires_at: later(now, wanted.days * DAY),
    revoked_at: null,
    uses: 0,
    last_used_at: null,
  }
  return { row, secret }
}

/** The town's links, last made first; those of one set when its slug is given. */
export async function listLinks(world: World, insee: string, slug?: string): Promise<LinkCard[]> {
  const rows = await world.db
    .selectFrom('link')
    .selectAll()
    .where('insee', '=', insee)
    .orderBy('created_at', 'desc')
    .execute()
  const sets = await world.db.selectFrom('data_set').select(['slug', 'title']).where('insee', '=', insee).execute()
  return rows
    .map(row => cardOf(row, sets.find(set => set.slug === scopeOf(row).set)?.title ?? ''))
    .filter(card => slug === undefined || card.scope.set === slug)
}

export async function revokeLink(world: World, actor: Actor, id: string): Promise<void> {
  const row = await world.db
    .selectFrom('link')
    .selectAll()
    .where('insee', '=', actor.insee)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Ce lien n’est pas de votre commune.')
  if (row.revoked_at !== null) return
  await record(world, actor, { act: 'revoke-link', note: `Lien de ${row.label} fermé` }, async tx => {
    await tx
      .updateTable('link')
      .set({ revoked_at: world.now() })
      .where('insee', '=', row.insee)
      .where('id', '=', id)
      .execute()
  })
}

/** Who holds a link: one scope, one set, and a name that her acts are signed with. */
export interface LinkHolder {
  readonly link: LinkRow
  readonly scope: LinkScope
  readonly set: LinkedSet
  readonly actor: Actor
}

/** The holder of a link that still opens something. What is unknown, closed or too old gets one sentence each. */
export async function holderOf(world: World, secret: string): Promise<LinkHolder> {
  const link = await world.db.selectFrom('link').selectAll().where('token_hash', '=', hashOf(secret)).executeTakeFirst()
  if (!link)
    throw new Refused(404, 'Ce lien n’existe pas : il en manque peut-être la fin. Reprenez-le dans le courriel reçu.')
  if (link.revoked_at !== null) throw new Refused(410, `Ce lien a été fermé par la mairie. ${ASK}`)
  if (link.expires_at <= world.now()) throw new Refused(410, `Ce lien n’est plus valable. ${ASK}`)
  const scope = scopeOf(link)
  const set = await setOf(world, link.insee, scope.set)
  return { link, scope, set, actor: { insee: link.insee, id: link.id, name: link.label } }
}
const ASK = 'Demandez-en un autre à la personne qui vous l’a envoyé.'

/** Counts one use of a link: what was done with it is in the journal, signed with its label. */
export async function countUse(world: World, { insee, id }: Pick<LinkRow, 'insee' | 'id'>): Promise<void> {
  await world.db
    .updateTable('link')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1), last_used_at: world.now() }))
    .where('insee', '=', insee)
    .where('id', '=', id)
    .execute()
}

const scopeOf = ({ scope }: Pick<LinkRow, 'scope'>): LinkScope => JSON.parse(scope) as LinkScope

async function setOf(world: World, insee: string, slug: string): Promise<LinkedSet> {
  const set = await world.db
    .selectFrom('data_set')
    .select(['id', 'slug', 'title', 'model'])
    .where('insee', '=', insee)
    .where('slug', '=', slug)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  if (!set) throw new Refused(404, 'Cette liste n’existe pas, ou elle est à la corbeille.')
  return set
}

const cardOf = (row: LinkRow, setTitle: string): LinkCard => ({
  id: row.id,
  scope: scopeOf(row),
  setTitle,
  label: row.label,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  uses: row.uses,
  ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
})
