import type { FastifyInstance } from 'fastify'
import { changePerson, invite } from '../../contract/people.ts'
import { changePlace, invitePerson } from '../../people/invite.ts'
import { welcomeLetter } from '../../people/letters.ts'
import { listPersons } from '../../people/persons.ts'
import { townRow } from '../../people/town.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { sendLater } from '../send-later.ts'
import type { ServerWorld } from '../world.ts'

export function peopleRoutes(app: FastifyInstance, world: ServerWorld): void {
  /** Mails are for those who keep the list; the others see names and roles. */
  app.get('/api/atelier/people', requires('read'), async request => {
    const { insee, rights } = signedIn(request)
    const persons = await listPersons(world, insee)
    return rights.includes('people') ? persons : persons.map(({ mail: _, lastSeen: __, ...person }) => person)
  })

  app.post('/api/atelier/people', requires('people'), async (request, reply) => {
    const { actor, insee } = signedIn(request)
    const given = bodyOf(request, invite)
    const person = await invitePerson(world, actor, given)
    const { name: town } = await townRow(world, insee)
    // Locally nobody else can come in: there is nothing to invite to yet.
    if (!world.options.local)
      sendLater(
        world,
        welcomeLetter({ to: given.mail, name: given.name, town, by: actor.name }, world.options.publicUrl),
      )
    return reply.code(201).send(person)
  })

  app.patch<{ Params: { id: string } }>('/api/atelier/people/:id', requires('people'), request =>
    changePlace(world, signedIn(request).actor, request.params.id, bodyOf(request, changePerson)),
  )
}
