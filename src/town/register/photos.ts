import { Refused } from '../../contract/refused.ts'
import type { ComparedNode, Photo, PhotoComparison, Register, RegisterNode } from '../../contract/register.ts'
import { compareGraphs } from '../../core/town/register/compare.ts'
import { record } from '../../journal/record.ts'
import type { Database } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { type RegisterGraph, readGraph } from './graph.ts'
import { readRegister } from './register.ts'
import { factsOf } from './words.ts'

/** Who has what as it is now, kept to be compared: sets with where they stand. */
export async function takePhoto(world: World, actor: Actor, title: string): Promise<Register> {
  const { insee } = actor
  await record(world, actor, { act: 'register-photo', note: `Qui a quoi : photo prise, « ${title} »` }, async tx => {
    const body = JSON.stringify(await readGraph(tx, insee))
    const stamp = { taken_at: world.now(), taken_by: actor.name }
    await tx
      .insertInto('register_snapshot')
      .values({ insee, id: world.newId(), title, body, ...stamp })
      .execute()
  })
  return readRegister(world.db, insee)
}

/** What came, went and changed since a photo was taken, until another or until now. */
export async function comparePhotos(
  db: Database,
  insee: string,
  id: string,
  other: string | undefined,
): Promise<PhotoComparison> {
  const before = await photo(db, insee, id)
  const after = other === undefined ? undefined : await photo(db, insee, other)
  const [was, now] = [before.graph, after?.graph ?? (await readGraph(db, insee))]
  const names = new Map([...was.nodes, ...now.nodes].map(({ id, name }) => [id, name]))
  const found = compareGraphs(was, now, node => factsOf(node, one => names.get(one) ?? 'une fiche retirée'))
  return {
    before: before.card,
    ...(after && { after: after.card }),
    came: found.came.map(cardOf),
    gone: found.gone.map(cardOf),
    changed: found.changed.map(({ after, fields }) => ({ ...cardOf(after), fields })),
    linked: found.linked,
    unlinked: found.unlinked,
  }
}

const cardOf = ({ id, kind, name }: RegisterNode): ComparedNode => ({ id, kind, name })

async function photo(db: Database, insee: string, id: string): Promise<{ card: Photo; graph: RegisterGraph }> {
  const row = await db
    .selectFrom('register_snapshot')
    .selectAll()
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Cette photo n’existe pas dans votre commune.')
  const card = { id: row.id, title: row.title, takenAt: row.taken_at, takenBy: row.taken_by }
  return { card, graph: JSON.parse(row.body) as RegisterGraph }
}
