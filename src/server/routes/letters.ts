import type { FastifyInstance } from 'fastify'
import { changeLetterBody, type Letters, sendLetterBody } from '../../contract/letters.ts'
import { listLetters, readLetter } from '../../town/letters/letter.ts'
import { sendLetter, sentByHand } from '../../town/letters/send.ts'
import type { LetterWorld } from '../../town/letters/world.ts'
import { changeLetter, dropLetter, readyLetter } from '../../town/letters/write.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

export const letterWorld = ({ db, blobs, now, newId, mailer, secrets, options }: ServerWorld): LetterWorld => ({
  ...{ db, blobs, now, newId, mailer, secrets },
  publicUrl: options.publicUrl,
})

/** Mails in the town's name: read, rewritten, then sent. They hold links that open something: only who may make links reads them. */
export function lettersRoutes(app: FastifyInstance, server: ServerWorld): void {
  const world = letterWorld(server)
  const root = '/api/atelier/letters'

  app.get(
    root,
    requires('prepare'),
    async (request): Promise<Letters> => ({
      letters: await listLetters(world, signedIn(request).insee),
      sends: world.mailer.sends,
    }),
  )

  app.get(`${root}/:id`, requires('prepare'), request =>
    readLetter(world, signedIn(request).insee, param(request, 'id')),
  )

  app.patch(`${root}/:id`, requires('prepare'), request =>
    changeLetter(world, signedIn(request).actor, param(request, 'id'), bodyOf(request, changeLetterBody)),
  )

  app.post(`${root}/:id/send`, requires('prepare'), request =>
    sendLetter(world, signedIn(request).actor, param(request, 'id'), bodyOf(request, sendLetterBody).shown),
  )

  app.post(`${root}/:id/ready`, requires('prepare'), request =>
    readyLetter(world, signedIn(request).actor, param(request, 'id'), bodyOf(request, sendLetterBody).shown),
  )

  app.post(`${root}/:id/by-hand`, requires('prepare'), request =>
    sentByHand(world, signedIn(request).actor, param(request, 'id'), bodyOf(request, sendLetterBody).shown),
  )

  app.delete(`${root}/:id`, requires('prepare'), request =>
    dropLetter(world, signedIn(request).actor, param(request, 'id')),
  )
}
