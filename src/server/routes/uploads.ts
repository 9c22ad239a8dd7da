import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { pasteTable, type UploadCard } from '../../contract/sets.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { findUpload } from '../../preparation/uploads/cards.ts'
import { uploadCardsOf } from '../../preparation/uploads/inbox.ts'
import { MOST_BYTES, readAgain, readSoon, receivePaste, receiveUpload } from '../../preparation/uploads/receive.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** What a pasted table may weigh, as JSON. */
const MOST_PASTE = 64 * 1024 * 1024

/** Files received. */
export function uploadsRoutes(app: FastifyInstance, preparation: Preparation): void {
  const { world, jobs } = preparation

  app.post(
    '/api/atelier/uploads',
    { ...requires('prepare', { multipart: true }), bodyLimit: MOST_PASTE },
    async (request, reply) => {
      const { actor, insee } = signedIn(request)
      const ids = request.isMultipart()
        ? await receiveFiles(request, preparation)
        : [await receivePaste(world, actor, bodyOf(request, pasteTable).text)]
      const rows = await readSoon(world, jobs, actor, ids)
      return reply.code(201).send(await uploadCardsOf(world, insee, rows))
    },
  )

  app.get('/api/atelier/uploads/:id', requires('read'), async (request): Promise<UploadCard | undefined> => {
    const { insee } = signedIn(request)
    const row = await findUpload(world.db, insee, param(request, 'id'))
    return (await uploadCardsOf(world, insee, [row]))[0]
  })

  app.post('/api/atelier/uploads/:id/read', requires('prepare'), async (request): Promise<UploadCard | undefined> => {
    const { actor, insee } = signedIn(request)
    const rows = await readAgain(world, jobs, actor, param(request, 'id'))
    return (await uploadCardsOf(world, insee, rows))[0]
  })

  app.get('/api/atelier/uploads', requires('read'), request => preparation.inbox(signedIn(request).insee))
}

/** Each file goes to the disk as it comes: nothing is held in memory. */
async function receiveFiles(request: FastifyRequest, { world }: Preparation): Promise<string[]> {
  const { actor } = signedIn(request)
  const ids = []
  const files = request.files({ limits: { fileSize: MOST_BYTES + 1, files: 100, fields: 20 }, preservePath: true })
  for await (const { filename, file } of files) ids.push(await receiveUpload(world, actor, filename ?? '', file))
  if (ids.length === 0) throw new Refused(400, 'Je n’ai reçu aucun fichier.')
  return ids
}
