import type { FastifyInstance } from 'fastify'
import { writePiece } from '../../contract/kit.ts'
import { plainOf } from '../../contract/kit-blocks.ts'
import { docxOf } from '../../publication/kit/docx.ts'
import { readAwareness, readAwarenessText, writeAwarenessText } from '../../town/awareness/texts.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The awareness kit: courses, questions, the run sheet of a seminar; read, written, taken away. */
export function awarenessRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { db, blobs, now, newId } = world
  const texts = { db, blobs, now, newId, publicUrl: world.options.publicUrl }
  const root = '/api/atelier/awareness'

  app.get(root, requires('read'), request => readAwareness(texts, signedIn(request).insee))

  app.get(`${root}/:name`, requires('read'), request =>
    readAwarenessText(texts, signedIn(request).insee, param(request, 'name')),
  )

  app.put(`${root}/:name`, requires('prepare'), request =>
    writeAwarenessText(texts, signedIn(request).actor, param(request, 'name'), bodyOf(request, writePiece)),
  )

  app.get(`${root}/:name/docx`, requires('read'), async (request, reply) => {
    const { name, title, body } = await readAwarenessText(texts, signedIn(request).insee, param(request, 'name'))
    return attach(reply, `${name}.docx`)
      .type(DOCX)
      .send(Buffer.from(await docxOf(title, body)))
  })

  app.get(`${root}/:name/txt`, requires('read'), async (request, reply) => {
    const { name, body } = await readAwarenessText(texts, signedIn(request).insee, param(request, 'name'))
    return attach(reply, `${name}.txt`)
      .type('text/plain; charset=utf-8')
      .send(`${plainOf(body)}\n`)
  })
}
