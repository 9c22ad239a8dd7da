import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findInPackage } from '../../adapters/package/find.ts'
import type { PublishedVersion } from '../published.ts'

const kept = new Map<string, string | undefined>()

/**
 * Where the schema of a model is for everybody: the address that a national schema gives itself, that schema.data.gouv.fr and data.gouv.fr know. One
 * that leads to a page and not to the schema is not taken. Undefined: only this town holds it.
 */
export function nationalSchema({ id, kind, version }: PublishedVersion['model']): string | undefined {
  if (kind !== 'national') return undefined
  const key = `${id} ${version}`
  if (!kept.has(key)) kept.set(key, readPath(id, version))
  return kept.get(key)
}

function readPath(id: string, version: string): string | undefined {
  try {
    const file = join(findInPackage('models'), id, 'schema.json')
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { path?: unknown; version?: unknown }
    if (bare(schema.version) !== bare(version) || typeof schema.path !== 'string') return undefined
    return URL.canParse(schema.path) && /\.json$/.test(schema.path) && !/\/blob\/|datapackage\.json$/.test(schema.path)
      ? schema.path
      : undefined
  } catch {
    // A model that left the package since the version was frozen.
    return undefined
  }
}

/** National schemas write « v1.1.6 » as well as « 1.1.6 ». */
const bare = (version: unknown): string => String(version).replace(/^v/, '')
