import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance } from 'fastify'
import type { Preparation } from '../../preparation/preparation.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import type { ZipWriter } from '../../store/archive/write-zip.ts'
import { PREFIX, portalFiles } from '../public/portal-assets.ts'
import type { ServerWorld } from '../world.ts'
import { fileAt, type SiteFile, siteFiles } from './addresses.ts'
import { staticApp } from './app.ts'

export interface SiteAsked {
  /** Where the site will be read, without a slash at the end; it may be inside another site. */
  readonly address: string
  /** INSEE code of the only town shown; absent: all those of this Carnet. */
  readonly insee?: string | undefined
}

/** What a site written holds. */
export interface SiteWritten {
  readonly files: number
  readonly sets: number
}

/** Puts the public site in a folder or a zip: the same addresses, for any host of files. */
export async function writeSite(
  world: ServerWorld,
  preparation: Preparation,
  { address, insee }: SiteAsked,
  sink: Pick<ZipWriter, 'add'>,
): Promise<SiteWritten> {
  const failed: unknown[] = []
  const given: ServerWorld = {
    ...world,
    only: insee,
    options: { ...world.options, publicUrl: address, isStatic: true },
    report: error => void failed.push(error),
  }
  const app = await staticApp(given, preparation)
  try {
    const catalog = await readCatalog(given)
    const assets = Object.values(portalFiles(given.options.workshop)).map(name => PREFIX + name)
    let files = 0
    for (const file of siteFiles(catalog, assets)) if (await addFile(app, file, sink)) files++
    return { files, sets: catalog.sets.length }
  } catch (error) {
    throw failed[0] ?? error
  } finally {
    await app.close()
  }
}

/** False: it is not there, and may be so. */
async function addFile(app: FastifyInstance, file: SiteFile, sink: Pick<ZipWriter, 'add'>): Promise<boolean> {
  const answer = await app.inject({ url: file.asked, payloadAsStream: true, headers: { accept: '*/*' } })
  const { statusCode } = answer
  if (statusCode === 404 && file.mayMiss) {
    answer.stream().resume()
    return false
  }
  if (!EXPECTED.has(statusCode) && !file.asked.startsWith('/404')) throw new Error(`${file.asked}: ${statusCode}`)
  await sink.add(fileAt(file.at), answer.stream() as AsyncIterable<Uint8Array>)
  return true
}
/** A page says that a set was withdrawn. */
const EXPECTED = new Set([200, 410])

/** Writes in a folder. */
export const folderSink = (folder: string): Pick<ZipWriter, 'add'> => ({
  async add(name, chunks) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    await pipeline(chunks, createWriteStream(path, { flags: 'wx' }))
  },
})
