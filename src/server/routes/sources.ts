import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { findOriginal, findUpload } from '../../preparation/uploads/cards.ts'
import { attach } from '../attach.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** What was found in a file, and the file itself. */
export function sourcesRoutes(app: FastifyInstance, { world }: Preparation): void {
  app.get('/api/atelier/sources/:upload', requires('read'), async (request, reply) => {
    const file = await findUpload(world.db, signedIn(request).insee, param(request, 'upload'))
    if (file.unreadable !== null) throw new Refused(422, file.unreadable)
    if (file.content_sha256 === null)
      throw new Refused(409, `« ${file.name} » n’est pas encore lu : attendez la fin de la lecture.`)
    const tag = `"${file.content_sha256}"`
    // What is found never changes; who may see it is asked each time.
    reply.header('etag', tag).header('cache-control', 'private, no-cache')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    const content = createReadStream(world.blobs.path(file.content_sha256))
    reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
    return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      ? reply.header('content-encoding', 'gzip').send(content)
      : reply.send(content.pipe(createGunzip()))
  })

  /** Byte for byte as it came. */
  app.get('/api/atelier/sources/:upload/file', requires('read'), async (request, reply) => {
    const file = await findOriginal(world.db, signedIn(request).insee, param(request, 'upload'))
    return attach(reply, file.name)
      .type('application/octet-stream')
      .header('content-length', file.size)
      .send(createReadStream(world.blobs.path(file.sha256)))
  })
}
