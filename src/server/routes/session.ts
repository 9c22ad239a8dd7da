import type { FastifyInstance } from 'fastify'
import { choosePerson, chooseTown, firstStart, type Session, setPassword, type WayIn } from '../../contract/people.ts'
import { Refused } from '../../contract/refused.ts'
import { personsHere, placeIn, townsOf } from '../../people/choose.ts'
import { personCard } from '../../people/persons.ts'
import { closeSession, type SessionOwner } from '../../people/sessions.ts'
import { choosePassword } from '../../people/sign-in/by-password.ts'
import { createTown, townCard, townRow } from '../../people/town.ts'
import { type Visitor, visitorAs } from '../../people/visitor.ts'
import { bodyOf } from '../body.ts'
import { allowStart, isStarted } from '../first-start.ts'
import { forEveryone, requires, signedIn } from '../guard.ts'
import { enter, secretOf, takeCookie } from '../session.ts'
import type { ServerWorld } from '../world.ts'

/** Who is there, the first start, and what a person decides about her own session. */
export function sessionRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { options } = world
  const as = async (owner: SessionOwner) => signedInSession(world, (await visitorAs(world, owner))!)

  app.get('/api/atelier/session', forEveryone, request =>
    request.session ? signedInSession(world, request.session) : strangerSession(world),
  )

  app.post('/api/atelier/start', forEveryone, async (request, reply) => {
    const { code, ...birth } = bodyOf(request, firstStart)
    await allowStart(world, request.ip, birth, code)
    const { insee, id } = await createTown(world, world.communes, birth)
    if (!options.local) await enter(world, request, reply, { insee, person: id })
    return reply.code(201).send(await as({ insee, person: id }))
  })

  app.post('/api/atelier/sign-out', forEveryone, async (request, reply) => {
    const secret = secretOf(request, options)
    if (secret) await closeSession(world, secret)
    return takeCookie(reply, options).code(204).send()
  })

  app.post('/api/atelier/password', requires('read'), async (request, reply) => {
    const visitor = signedIn(request)
    await choosePassword(world, visitor, bodyOf(request, setPassword).password)
    if (!options.local) await enter(world, request, reply, ownerOf(visitor))
    return reply.code(204).send()
  })

  app.post('/api/atelier/town/choose', requires('read'), async (request, reply) => {
    const { insee } = bodyOf(request, chooseTown)
    const owner = await placeIn(world, signedIn(request), insee, options.local)
    await enter(world, request, reply, owner)
    return as(owner)
  })

  app.post('/api/atelier/session/person', requires('read'), async (request, reply) => {
    if (!options.local) throw new Refused(403, 'Ici, chaque personne entre avec sa propre adresse de courriel.')
    const { person } = bodyOf(request, choosePerson)
    const { insee } = signedIn(request)
    if (!(await personsHere(world, insee)).some(({ id }) => id === person))
      throw new Refused(404, 'Cette personne n’est pas dans votre commune.')
    await enter(world, request, reply, { insee, person })
    return as({ insee, person })
  })
}

const ownerOf = ({ insee, person }: Visitor): SessionOwner => ({ insee, person: person.id })

async function strangerSession(world: ServerWorld): Promise<Session> {
  const { options, provider, mailer } = world
  if (!(await isStarted(world))) return { state: 'first-start', codeAsked: !options.local, mailAsked: !options.local }
  const ways: WayIn[] = ['mail', 'password', ...(provider ? (['oidc'] as const) : [])]
  return {
    state: 'signed-out',
    ways,
    mailPrinted: !mailer.sends,
    ...(provider && { oidcName: provider.name }),
  }
}

async function signedInSession(world: ServerWorld, visitor: Visitor): Promise<Session> {
  const { local } = world.options
  const { insee, person, rights } = visitor
  const persons = local ? await personsHere(world, insee) : []
  return {
    state: 'signed-in',
    person: await personCard(world, person),
    town: townCard(await townRow(world, insee), world.communes),
    towns: await townsOf(world, visitor, local),
    local,
    ...(persons.length > 1 && { persons }),
    rights,
  }
}
