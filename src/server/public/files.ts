import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { readVersion } from '../../publication/catalog/version.ts'
import { gzipped, publishedFile } from '../../publication/files/file.ts'
import { FILE_FORMATS, type FileFormat, fileName, isText, MEDIA } from '../../publication/files/formats.ts'
import type { PublishedSet, PublishedVersion } from '../../publication/published.ts'
import { attach } from '../attach.ts'
import type { ServerWorld } from '../world.ts'
import { open } from './open.ts'
import { withPublished } from './published.ts'
import { isKept, sendFile } from './send-file.ts'

/** The files of a set: its latest at an address for ever, each version at the address of its hash. */
export function filesRoutes(app: FastifyInstance, world: ServerWorld): void {
  const files = { blobs: world.blobs, threads: app.preparation.world.threads }
  for (const format of FILE_FORMATS) {
    app.get(`/jeux/:slug.${format}`, open, (request, reply) =>
      withPublished(world, request, reply, set =>
        send(request, reply, { set, version: set.version, title: set.fiche.title, format, modifiedAt: set.modifiedAt }),
      ),
    )
    app.get(`/jeux/:slug/v/:hash.${format}`, open, (request, reply) =>
      withPublished(world, request, reply, async set => {
        const { version, fiche } = await versionAsked(world, request, set)
        return send(request, reply, { set, version, title: fiche.title, format, modifiedAt: version.createdAt })
      }),
    )
  }

  async function send(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<unknown> {
    const { set, version, format, title, modifiedAt } = asked
    const file = await publishedFile(files, version, format, title)
    if (!file)
      throw new Refused(
        404,
        'Les lignes de ce jeu de données ne disent pas où elles sont : il n’a pas de fichier GeoJSON.',
      )
    attach(reply, fileName(set.slug, version.createdAt, format), INLINE.has(format) ? 'inline' : 'attachment')
    reply.type(MEDIA[format]).header('link', linksOf(asked))
    if (isText(format)) reply.header('vary', 'Accept-Encoding')
    const plain = { ...file, etag: file.sha256, modifiedAt }
    if (!isText(format) || !takesGzip(request) || isKept(request, `"${file.sha256}"`, modifiedAt))
      return sendFile(request, reply, plain)
    const packed = await gzipped(files, version.csvSha256, file)
    return sendFile(request, reply.header('content-encoding', 'gzip'), {
      ...packed,
      etag: `${file.sha256}-gzip`,
      modifiedAt,
    })
  }
}

interface Asked {
  readonly set: PublishedSet
  readonly version: PublishedVersion
  readonly title: string
  readonly format: FileFormat
  readonly modifiedAt: string
}

/** A browser shows them; the others are files to open elsewhere. */
const INLINE: ReadonlySet<FileFormat> = new Set(['json', 'geojson'])

/** Small files are not worth a second copy, nor a part of a file. */
const takesGzip = ({ headers }: FastifyRequest): boolean =>
  headers.range === undefined &&
  /(?:^|,)\s*gzip\s*(?:,|$|;\s*q=(?:1|0\.\d*[1-9]))/i.test(String(headers['accept-encoding'] ?? ''))

/** What describes the columns, and the version for ever (RFC 8288, RFC 5829, CSVW 5.2). */
function linksOf({ set: { slug }, version: { hash }, format }: Asked): string {
  const described =
    format === 'csv'
      ? `</jeux/${slug}/v/${hash}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`
      : `</jeux/${slug}/schema.json>; rel="describedby"; type="application/json"`
  return [
    described,
    `</jeux/${slug}>; rel="collection"`,
    `</jeux/${slug}.${format}>; rel="latest-version"`,
    `</jeux/${slug}/v/${hash}.${format}>; rel="bookmark"`,
  ].join(', ')
}

/** A version of the set by its hash. */
export async function versionAsked(world: ServerWorld, request: FastifyRequest, set: PublishedSet) {
  const { hash } = request.params as { hash: string }
  const found = /^[0-9a-f]{64}$/.test(hash) ? await readVersion(world, set, hash) : undefined
  if (!found) throw new Refused(404, 'Ce jeu de données n’a pas de version de ce nom.')
  return found
}
