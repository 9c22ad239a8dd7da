import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import type { ServerOptions } from '../world.ts'
import { open } from './open.ts'

/** Style and scripts of the portal, as the build made them beside the workshop: plain name to the name that holds its hash. */
export type PortalAssets = (name: string) => string | undefined

export const PREFIX = '/portail/'

const folderOf = (workshop: string): string => join(workshop, '..', 'portal')

/** Plain names and those that hold a hash; none when the portal was not built. */
export function portalFiles(workshop: string): Readonly<Record<string, string>> {
  const manifest = join(folderOf(workshop), 'manifest.json')
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>) : {}
}

/** Serves them; a browser keeps them for ever, since another content has another name. */
export function portalAssets(app: FastifyInstance, { workshop }: Pick<ServerOptions, 'workshop'>): PortalAssets {
  const folder = folderOf(workshop)
  const names = portalFiles(workshop)
  const known = new Set(Object.values(names))
  app.get(`${PREFIX}:name`, open, (request, reply) => {
    const { name } = request.params as { name: string }
    if (!known.has(name)) throw new Refused(404, 'Ce fichier n’est pas du portail.')
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.sendFile(name, folder, { cacheControl: false })
  })
  return name => (Object.hasOwn(names, name) ? PREFIX + names[name] : undefined)
}
