import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Portal } from '../../contract/portal.ts'
import { townRow } from '../../people/town.ts'
import { textPath, townPath } from '../../portal/site.ts'
import { PORTAL_TEXTS, proposedText, townTextName } from '../../portal/texts.ts'
import { slugOf } from '../../preparation/sets/slug.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import type { PublishedTown } from '../../publication/published.ts'
import { townText } from '../../publication/texts/texts.ts'
import { writeZip } from '../../store/archive/write-zip.ts'
import { attach } from '../attach.ts'
import { requires, signedIn } from '../guard.ts'
import { siteAddress } from '../static-site/site-address.ts'
import { writeSite } from '../static-site/write.ts'
import type { ServerWorld } from '../world.ts'

/** The town's public site: the pages that the law asks for, and the whole of it as files, for a host of her own. */
export function siteRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/api/atelier/portal', requires('read'), async (request): Promise<Portal> => {
    const { insee } = signedIn(request)
    const { publicUrl, local } = world.options
    const { towns, sets } = await readCatalog(world)
    const town = towns.find(one => one.insee === insee) ?? (await unpublished(world, insee))
    return {
      address: publicUrl + townPath(towns, insee),
      unreachable: local,
      sets: sets.filter(set => set.insee === insee).length,
      pages: await Promise.all(
        PORTAL_TEXTS.map(async ({ name, title }) => {
          const { body: proposed, missing } = proposedText(name, town)
          const text = await townText(world.db, insee, townTextName(name))
          const { version, body, writtenAt, writtenBy } = text
          const address = publicUrl + textPath(towns, insee, name)
          return { name, title, address, version, body, writtenAt, writtenBy, proposed, missing }
        }),
      ),
    }
  })

  app.get('/api/atelier/site.zip', requires('read'), async (request, reply) => {
    const { insee } = signedIn(request)
    const { adresse } = request.query as { adresse?: unknown }
    const typed = typeof adresse === 'string' && adresse.trim() !== ''
    const address = typed ? siteAddress(adresse) : world.options.publicUrl
    const { name } = await townRow(world, insee)
    const folder = await mkdtemp(join(tmpdir(), 'carnet-site-'))
    reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'site.zip')
    await writeZip(path, async zip => void (await writeSite(world, app.preparation, { address, insee }, zip)))
    const { size } = await stat(path)
    return attach(reply, `site-${slugOf(name)}-${world.now().slice(0, 10)}.zip`)
      .type('application/zip')
      .header('content-length', size)
      .send(createReadStream(path))
  })
}

/** A town that has published nothing yet is not in the catalog. */
async function unpublished(world: ServerWorld, insee: string): Promise<PublishedTown> {
  const { name, example } = await townRow(world, insee)
  return { insee, name, example: example === 1 }
}
