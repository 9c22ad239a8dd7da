import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { takePhoto as photoSent, REGISTER_FORMATS, type RegisterFormat, registerActs } from '../../contract/register.ts'
import { turn } from '../../contract/sets.ts'
import { exportRegister } from '../../town/register/export/export.ts'
import { MOST_MAP_BYTES, previewImport } from '../../town/register/import/preview.ts'
import { comparePhotos, takePhoto } from '../../town/register/photos.ts'
import { performRegisterAct, readRegister, turnRegister } from '../../town/register/register.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

/** Who has what: read, changed one act at a time, undone, photographed, imported and taken away. */
export function registerRoutes(app: FastifyInstance, world: ServerWorld): void {
  const root = '/api/atelier/register'

  app.get(root, requires('read'), request => readRegister(world.db, signedIn(request).insee))

  app.post(`${root}/acts`, requires('prepare'), request => {
    const { key, act } = bodyOf(request, registerActs)
    return performRegisterAct(world, signedIn(request).actor, key, act)
  })

  for (const way of ['undo', 'redo'] as const)
    app.post(`${root}/${way}`, requires('prepare'), request =>
      turnRegister(world, signedIn(request).actor, way, bodyOf(request, turn).key),
    )

  app.post(`${root}/photos`, requires('prepare'), request =>
    takePhoto(world, signedIn(request).actor, bodyOf(request, photoSent).title),
  )

  app.get(`${root}/photos/:id/comparison`, requires('read'), request => {
    const { with: other } = request.query as { with?: unknown }
    const after = typeof other === 'string' ? other : undefined
    return comparePhotos(world.db, signedIn(request).insee, param(request, 'id'), after)
  })

  app.post(`${root}/preview`, requires('prepare', { multipart: true }), async request =>
    previewImport(world.db, signedIn(request).insee, await fileOf(request)),
  )

  app.get(`${root}/export/:format`, requires('read'), async (request, reply) => {
    const format = param(request, 'format')
    if (!isFormat(format))
      throw new Refused(404, 'Carnet écrit ce registre en image (svg), en tableau (csv) ou en carte FreeMind (mm).')
    const publicUrl = world.options.publicUrl
    const file = await exportRegister({ db: world.db, now: world.now, publicUrl }, signedIn(request).insee, format)
    return attach(reply, file.name).type(file.type).send(file.text)
  })
}

const isFormat = (format: string): format is RegisterFormat => (REGISTER_FORMATS as readonly string[]).includes(format)

async function fileOf(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const file = request.isMultipart()
    ? await request.file({ limits: { files: 1, fileSize: MOST_MAP_BYTES } })
    : undefined
  if (!file)
    throw new Refused(400, 'J’attendais un fichier : un tableau (CSV) ou une carte FreeMind (.mm) ou MindMup (.mup).')
  const bytes = await file.toBuffer().catch(() => {
    throw new Refused(413, `« ${file.filename} » pèse plus de 4 Mo : ce n’est pas une carte de « qui a quoi ».`)
  })
  return { name: file.filename ?? 'fichier', bytes }
}
