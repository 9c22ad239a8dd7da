import type { FastifyInstance } from 'fastify'
import { createModel, renameModel as renamed } from '../../contract/sets.ts'
import { renameModel, restoreModel, trashedModels, trashModel } from '../../preparation/models/change-model.ts'
import { findModel } from '../../preparation/models/find.ts'
import { listThemes } from '../../preparation/models/themes.ts'
import { keepModel, listModels, modelFile } from '../../preparation/models/town-models.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** A model of a thousand columns, with its meanings. */
const MOST_MODEL = 8 * 1024 * 1024

/** Models: national ones, Carnet's, and those that the town made. */
export function modelsRoutes(app: FastifyInstance, { world }: Preparation): void {
  app.get('/api/atelier/themes', requires('read'), () => listThemes())

  app.get('/api/atelier/models', requires('read'), request => listModels(world, signedIn(request).insee))

  app.get('/api/atelier/models/:id', requires('read'), request =>
    findModel(world, signedIn(request).insee, param(request, 'id')),
  )

  app.post('/api/atelier/models', { ...requires('prepare'), bodyLimit: MOST_MODEL }, async (request, reply) => {
    const { actor } = signedIn(request)
    return reply.code(201).send(await keepModel(world, actor, bodyOf(request, createModel)))
  })

  app.patch('/api/atelier/models/:id', requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    const id = param(request, 'id')
    await renameModel(world, actor, id, bodyOf(request, renamed).title)
    return findModel(world, insee, id)
  })

  app.delete('/api/atelier/models/:id', requires('prepare'), async (request, reply) => {
    await trashModel(world, signedIn(request).actor, param(request, 'id'))
    return reply.code(204).send()
  })

  app.get('/api/atelier/trash/models', requires('read'), request => trashedModels(world, signedIn(request).insee))

  app.post('/api/atelier/trash/models/:id', requires('prepare'), async (request, reply) => {
    await restoreModel(world, signedIn(request).actor, param(request, 'id'))
    return reply.code(204).send()
  })

  app.get('/api/atelier/models/:id/file', requires('read'), async (request, reply) => {
    const { name, file } = await modelFile(world, signedIn(request).insee, param(request, 'id'))
    return attach(reply, name)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(file, null, 2))
  })

  /** The file that another town shared: the same door as the theme maker's. */
  app.post('/api/atelier/models/import', { ...requires('prepare'), bodyLimit: MOST_MODEL }, async (request, reply) => {
    const { actor } = signedIn(request)
    return reply.code(201).send(await keepModel(world, actor, bodyOf(request, createModel.loose())))
  })
}
