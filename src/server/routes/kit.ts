import type { FastifyInstance } from 'fastify'
import { writeDetails, writePiece } from '../../contract/kit.ts'
import { plainOf } from '../../contract/kit-blocks.ts'
import { docxOf } from '../../publication/kit/docx.ts'
import { readKit, readPiece, writeKitDetails, writeKitPiece } from '../../publication/kit/kit.ts'
import { posterSvg } from '../../publication/kit/poster-svg.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The communication kit: each text as it stands, written, and taken away. */
export function kitRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { publicUrl, local } = world.options
  const kitWorld = { db: world.db, blobs: world.blobs, now: world.now, newId: world.newId, publicUrl, local }
  const root = '/api/atelier/kit'

  app.get(root, requires('read'), request => readKit(kitWorld, signedIn(request).insee))

  app.put(`${root}/details`, requires('prepare'), request =>
    writeKitDetails(kitWorld, signedIn(request).actor, bodyOf(request, writeDetails)),
  )

  app.get(`${root}/pieces/:name`, requires('read'), request =>
    readPiece(kitWorld, signedIn(request).insee, param(request, 'name')),
  )

  app.put(`${root}/pieces/:name`, requires('prepare'), request =>
    writeKitPiece(kitWorld, signedIn(request).actor, param(request, 'name'), bodyOf(request, writePiece)),
  )

  app.get(`${root}/pieces/:name/docx`, requires('read'), async (request, reply) => {
    const { name, title, body } = await readPiece(kitWorld, signedIn(request).insee, param(request, 'name'))
    return attach(reply, `${name}.docx`)
      .type(DOCX)
      .send(Buffer.from(await docxOf(title, body)))
  })

  app.get(`${root}/pieces/:name/txt`, requires('read'), async (request, reply) => {
    const { name, body } = await readPiece(kitWorld, signedIn(request).insee, param(request, 'name'))
    return attach(reply, `${name}.txt`)
      .type('text/plain; charset=utf-8')
      .send(`${plainOf(body)}\n`)
  })

  app.get(`${root}/affiche.svg`, requires('read'), async (request, reply) => {
    const { body } = await readPiece(kitWorld, signedIn(request).insee, 'affiche')
    return attach(reply, 'affiche.svg').type('image/svg+xml; charset=utf-8').send(posterSvg(body, publicUrl))
  })
}
