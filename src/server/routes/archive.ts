import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { townRow } from '../../people/town.ts'
import { exportTown } from '../../preparation/archive/export-town.ts'
import { importTown } from '../../preparation/archive/import-town.ts'
import { slugOf } from '../../preparation/sets/slug.ts'
import { writeZip } from '../../store/archive/write-zip.ts'
import { attach } from '../attach.ts'
import { allowFirst } from '../first-start.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'

/** What a zip can hold. */
const MOST_ARCHIVE = 0xffff_ffff

/** Leaving with the whole town, and coming back with it. */
export function archiveRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/api/atelier/archive', requires('town'), async (request, reply) => {
    const { insee } = signedIn(request)
    const { name } = await townRow(world, insee)
    const folder = await aFolder()
    reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'archive.zip')
    await writeZip(path, async zip => void (await exportTown(app.preparation.world, insee, zip)))
    const { size } = await stat(path)
    return attach(reply, `carnet-${slugOf(name)}-${world.now().slice(0, 10)}.zip`)
      .type('application/zip')
      .header('content-length', size)
      .send(createReadStream(path))
  })

  /** At the first start only: `?code=` is the one printed in the terminal, where it is asked. Then each person comes in as she does. */
  app.post('/api/atelier/start/archive', TAKES_A_FILE, async (request, reply) => {
    const { code } = request.query as { code?: unknown }
    await allowFirst(world, request.ip, typeof code === 'string' ? code : '')
    const folder = await aFolder()
    try {
      const { insee, name } = await importTown(world, await received(request, folder)).catch(inASentence)
      await app.preparation.start()
      return reply.code(201).send({ insee, name })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

const TAKES_A_FILE = {
  config: { right: 'everyone' as const, multipart: true, rateLimit: { max: 10, timeWindow: '1 minute' } },
}

const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'carnet-archive-'))

async function received(request: FastifyRequest, folder: string): Promise<string> {
  const file = request.isMultipart() ? await request.file({ limits: { files: 1, fileSize: MOST_ARCHIVE } }) : undefined
  if (!file) throw new Refused(400, 'J’attendais un fichier : l’archive de votre commune.')
  const path = join(folder, 'archive.zip')
  await pipeline(file.file, createWriteStream(path))
  if (file.file.truncated) throw new Refused(413, 'Cette archive dépasse 4 Go.')
  return path
}

/** What is wrong in an archive is said to whoever sent it, without the name that it has here. */
function inASentence(error: unknown): never {
  if (error instanceof Error && (error.name === 'UnreadableArchive' || error.name === 'TargetNotEmpty'))
    throw new Refused(
      422,
      error.message.replace(/« [^»]*archive\.zip »/, 'Ce fichier').replace('L’archive Ce fichier', 'Cette archive'),
    )
  throw error
}
