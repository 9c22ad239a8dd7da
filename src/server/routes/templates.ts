import type { FastifyInstance } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import type { Model } from '../../core/models/model.ts'
import { findModel } from '../../preparation/models/find.ts'
import { collectionSheet } from '../../writers/collection-sheet/collection-sheet.ts'
import { workbookToOds } from '../../writers/ods/workbook-to-ods.ts'
import { workbookToXlsx } from '../../writers/xlsx/workbook-to-xlsx.ts'
import { attach } from '../attach.ts'
import { forEveryone, requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

const FORMATS: Readonly<
  Record<string, { readonly type: string; readonly write: (model: Model) => Promise<Uint8Array> }>
> = {
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async model => workbookToXlsx(collectionSheet(model)),
  },
  ods: {
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    write: async model => workbookToOds(collectionSheet(model)),
  },
}

/** The collection sheet of a model, ready to be sent to whoever fills it; and the base map of the pages. */
export function templatesRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/api/atelier/models/:id/:template', requires('read'), async (request, reply) => {
    const format = FORMATS[/^template\.(xlsx|ods)$/.exec(param(request, 'template'))?.[1] ?? '']
    if (!format) throw new Refused(404, 'J’attendais une feuille de collecte : template.xlsx ou template.ods.')
    const model = await findModel(world, signedIn(request).insee, param(request, 'id'))
    const extension = param(request, 'template').split('.')[1]
    return attach(reply, `${model.title.replace(/[/\\:*?"<>|]+/g, ' ')} - feuille de collecte.${extension}`)
      .type(format.type)
      .send(Buffer.from(await format.write(model)))
  })

  app.get('/api/map', forEveryone, () => world.options.tiles ?? {})
}
