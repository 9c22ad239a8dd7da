import type { FastifyInstance, FastifyRequest } from 'fastify'
import { writeText } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { textTitle } from '../../publication/texts/names.ts'
import { textVersions, townText, writeTownText } from '../../publication/texts/texts.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

/** Texts that a town writes and that nothing overwrites. The slash of a name travels as %2F. */
export function textsRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/api/atelier/texts/:name', requires('read'), request =>
    townText(world.db, signedIn(request).insee, named(request).name),
  )

  app.get('/api/atelier/texts/:name/versions', requires('read'), request =>
    textVersions(world.db, signedIn(request).insee, named(request).name),
  )

  app.put('/api/atelier/texts/:name', requires('prepare'), request => {
    const { name, title } = named(request)
    const { actor, rights } = signedIn(request)
    // What the public reads in the town's name is the referent's.
    if (name.startsWith('portail/') && !rights.includes('town'))
      throw new Refused(403, 'Ce texte engage la commune : demandez à la personne référente de l’écrire.')
    return writeTownText(world, actor, { ...bodyOf(request, writeText), name, title })
  })
}

function named(request: FastifyRequest): { name: string; title: string } {
  const name = param(request, 'name')
  const title = textTitle(name)
  if (title === undefined) throw new Refused(404, 'Ce texte n’existe pas dans Carnet.')
  return { name, title }
}
