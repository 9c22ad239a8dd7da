import type { FastifyInstance, FastifyRequest } from 'fastify'
import { changeTown } from '../../contract/people.ts'
import { Refused } from '../../contract/refused.ts'
import type { Town } from '../../core/models/model.ts'
import { giveAddresses, townAddresses } from '../../people/addresses.ts'
import { changeSiret, townCard, townRow } from '../../people/town.ts'
import { bodyOf } from '../body.ts'
import { sendVersion } from '../etag.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'

/** The address file of a department, compressed, is a fifth of this. */
const MOST_ADDRESSES = 64 * 1024 * 1024

export function townRoutes(app: FastifyInstance, world: ServerWorld): void {
  const cardFor = async (insee: string) => townCard(await townRow(world, insee), world.communes)

  app.get('/api/atelier/town', requires('read'), request => cardFor(signedIn(request).insee))

  app.patch('/api/atelier/town', requires('town'), async request => {
    const { actor } = signedIn(request)
    await changeSiret(world, actor, bodyOf(request, changeTown).siret)
    return cardFor(actor.insee)
  })

  app.post('/api/atelier/town/addresses', requires('town', { multipart: true }), async request => {
    const { actor, insee } = signedIn(request)
    await giveAddresses(world, actor, knownTown(world, insee), await oneFile(request))
    return cardFor(insee)
  })

  app.get('/api/atelier/town/addresses', requires('read'), async (request, reply) => {
    const addresses = await townAddresses(world, knownTown(world, signedIn(request).insee))
    return addresses ? sendVersion(request, reply, addresses.version, addresses.points) : []
  })
}

function knownTown({ communes }: ServerWorld, insee: string): Town {
  const commune = communes.byInsee(insee)
  if (!commune) throw new Error(`${insee} is in the database and not in the list of communes`)
  return { insee, name: commune.name, postcodes: commune.postcodes, department: commune.department }
}

async function oneFile(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const file = request.isMultipart()
    ? await request.file({ limits: { files: 1, fileSize: MOST_ADDRESSES } })
    : undefined
  if (!file) throw new Refused(400, 'J’attendais un fichier : le CSV des adresses de votre commune.')
  const bytes = await file.toBuffer()
  return { name: file.filename || 'adresses.csv', bytes }
}
