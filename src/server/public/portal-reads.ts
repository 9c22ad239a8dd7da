import { statSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { formatsOf } from '../../portal/json-ld.ts'
import { type MapData, mapData, pointsQuery } from '../../portal/map/points.ts'
import type { EmbedGiven } from '../../portal/pages/maps.tsx'
import type { OfferedFile } from '../../portal/set/files.tsx'
import type { SetGiven } from '../../portal/set/page.tsx'
import { filePath, versionFilePath } from '../../portal/site.ts'
import { PAGE_ROWS, tableAsked, tableQuery } from '../../portal/table/asked.ts'
import type { VersionGiven } from '../../portal/version/page.tsx'
import { readVersion } from '../../publication/catalog/version.ts'
import { differencesBetween } from '../../publication/differences/between.ts'
import { publishedFile } from '../../publication/files/file.ts'
import { isMapped } from '../../publication/files/formats.ts'
import type { PublishedSet, PublishedVersion } from '../../publication/published.ts'
import { queryRows } from '../../publication/query/index.ts'
import type { ServerWorld } from '../world.ts'

/** Rows that a page of files shows: a table that its script turns. */
const STATIC_ROWS = 2000
const EMBED_ROWS = 100

export const readMap = async (world: Pick<ServerWorld, 'blobs'>, version: PublishedVersion): Promise<MapData> =>
  mapData(version, (await queryRows(world, version, pointsQuery(version))).rows)

/** What the pages of the portal show, read from the frozen versions. */
export function portalReader(app: FastifyInstance, world: ServerWorld) {
  const files = { blobs: world.blobs, threads: app.preparation.world.threads }
  const { isStatic = false } = world.options

  const map = (version: PublishedVersion) => readMap(world, version)

  const offered = (version: PublishedVersion, title: string, path: (extension: string) => string) =>
    Promise.all(
      formatsOf({ version }).map(async (format): Promise<OfferedFile[]> => {
        const file = await publishedFile(files, version, format, title)
        return file ? [{ format, bytes: statSync(file.path).size, path: path(format) }] : []
      }),
    ).then(found => found.flat())

  return {
    map,

    async set(set: PublishedSet, params: Readonly<Record<string, unknown>>): Promise<SetGiven> {
      const { version, slug, fiche } = set
      const asked = tableAsked(params, version)
      const answer = await queryRows(world, version, tableQuery(asked, isStatic ? STATIC_ROWS : PAGE_ROWS))
      return {
        ...{ set, asked, answer },
        files: await offered(version, fiche.title, extension => filePath(slug, extension)),
        map: isMapped(version) ? await map(version) : undefined,
      }
    },

    async version(set: PublishedSet, hash: string): Promise<VersionGiven | undefined> {
      const found = /^[0-9a-f]{64}$/.test(hash) ? await readVersion(world, set, hash) : undefined
      if (!found) return undefined
      const before = set.versions[set.versions.findIndex(one => one.hash === hash) + 1]
      return {
        ...{ set, ...found },
        files: await offered(found.version, found.fiche.title, extension => versionFilePath(set.slug, hash, extension)),
        differences: before && (await differencesBetween(app.preparation.world, set, hash, before.hash)),
      }
    },

    async embed(set: PublishedSet): Promise<EmbedGiven> {
      const { version } = set
      if (isMapped(version)) return { set, map: await map(version), rows: [] }
      const { rows } = await queryRows(world, version, { limit: EMBED_ROWS })
      return { set, rows: rows.map(row => row.map(cell => (cell === null ? '' : String(cell)))) }
    },
  }
}
