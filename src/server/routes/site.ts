import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { townRow } from '../../people/town.ts'
import { slugOf } from '../../preparation/sets/slug.ts'
import { writeZip } from '../../store/archive/write-zip.ts'
import { attach } from '../attach.ts'
import { requires, signedIn } from '../guard.ts'
import { siteAddress } from '../static-site/site-address.ts'
import { writeSite } from '../static-site/write.ts'
import type { ServerWorld } from '../world.ts'

/** The town's public site as files, for a host of her own. */
export function siteRoutes(app: FastifyInstance, world: ServerWorld): void {
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
