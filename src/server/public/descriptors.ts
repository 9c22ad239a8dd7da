import { statSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { csvwMetadata } from '../../publication/frictionless/csvw.ts'
import { dataPackage } from '../../publication/frictionless/data-package.ts'
import { tableSchema } from '../../publication/frictionless/table-schema.ts'
import type { PublishedVersion } from '../../publication/published.ts'
import type { ServerWorld } from '../world.ts'
import { versionAsked } from './files.ts'
import { open } from './open.ts'
import { withPublished } from './published.ts'
import { isKept } from './send-file.ts'

/** What describes a set to programs: Data Package, Table Schema, CSV on the Web. Before the files: « x.csv-metadata.json » is no JSON of « x.csv-metadata ». */
export function descriptorsRoutes(app: FastifyInstance, world: ServerWorld): void {
  const base = world.options.publicUrl
  app.get('/jeux/:slug/datapackage.json', open, (request, reply) =>
    withPublished(world, request, reply, set => {
      const bytes = statSync(world.blobs.path(set.version.csvSha256)).size
      return sendJson(request, reply, dataPackage(base, set, bytes), revisionOf(set.version), set.modifiedAt)
    }),
  )
  app.get('/jeux/:slug/schema.json', open, (request, reply) =>
    withPublished(world, request, reply, set =>
      sendJson(request, reply, tableSchema(set.version), revisionOf(set.version), set.modifiedAt),
    ),
  )
  app.get('/jeux/:slug.csv-metadata.json', open, (request, reply) =>
    withPublished(world, request, reply, set => {
      reply.type(CSVW)
      const metadata = csvwMetadata(`${set.slug}.csv`, set.version, set.fiche)
      return sendJson(request, reply, metadata, revisionOf(set.version), set.modifiedAt)
    }),
  )
  app.get('/jeux/:slug/v/:hash.csv-metadata.json', open, (request, reply) =>
    withPublished(world, request, reply, async set => {
      const { version, fiche } = await versionAsked(world, request, set)
      reply.type(CSVW)
      return sendJson(
        request,
        reply,
        csvwMetadata(`${version.hash}.csv`, version, fiche),
        revisionOf(version),
        version.createdAt,
      )
    }),
  )
}

/** An erasure changes the bytes of a version, not its name. */
const revisionOf = ({ hash, csvSha256 }: PublishedVersion): string => `${hash.slice(0, 32)}-${csvSha256.slice(0, 16)}`

const CSVW = 'application/csvm+json; charset=utf-8'

/** JSON that is the same as long as `revision` is: the answer to who has it already is a few bytes. */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  body: object,
  revision: string,
  modifiedAt: string,
): FastifyReply {
  const tag = `"${revision}"`
  reply.headers({ etag: tag, 'last-modified': new Date(modifiedAt).toUTCString() })
  if (isKept(request, tag, modifiedAt)) return reply.code(304).send()
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8')
  return reply.send(JSON.stringify(body))
}
