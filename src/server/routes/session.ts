import type { FastifyInstance } from 'fastify'
import type { Session, WayIn } from '../../contract/people.ts'
import { personCard } from '../../people/persons.ts'
import { townCard, townRow } from '../../people/town.ts'
import type { Visitor } from '../../people/visitor.ts'
import { forEveryone } from '../guard.ts'
import type { ServerWorld } from '../world.ts'

export function sessionRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/api/atelier/session', forEveryone, request =>
    request.session ? signedInSession(world, request.session) : strangerSession(world),
  )
}

async function strangerSession(world: ServerWorld): Promise<Session> {
  const { local } = world.options
  const town = await world.db.selectFrom('town').select('insee').limit(1).executeTakeFirst()
  if (!town) return { state: 'first-start', codeAsked: !local, mailAsked: !local }
  const ways: WayIn[] = ['mail', 'password']
  return { state: 'signed-out', ways, mailPrinted: !world.mailer.sends }
}

async function signedInSession(world: ServerWorld, { insee, person, rights }: Visitor): Promise<Session> {
  const town = townCard(await townRow(world, insee), world.communes)
  return {
    state: 'signed-in',
    person: await personCard(world, person),
    town,
    towns: await townsOf(world, person),
    local: world.options.local,
    rights,
  }
}

/** The towns where the same mail has a place. */
async function townsOf(world: ServerWorld, { insee, id, mail }: Visitor['person']) {
  return world.db
    .selectFrom('person')
    .innerJoin('town', 'town.insee', 'person.insee')
    .select(['town.insee', 'town.name'])
    .where('person.left_at', 'is', null)
    .where(({ or, eb, and }) =>
      or([
        and([eb('person.insee', '=', insee), eb('person.id', '=', id)]),
        ...(mail === null ? [] : [eb('person.mail', '=', mail)]),
      ]),
    )
    .orderBy('town.name')
    .execute()
}
