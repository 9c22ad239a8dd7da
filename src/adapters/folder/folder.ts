import { createHash, randomBytes } from 'node:crypto'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Place, PlaceProblem } from '../connector.ts'
import { filePlace } from '../file-place.ts'

export interface FolderSettings {
  readonly path: string
}

/** A folder of this machine, or one that its network shows as a folder. It is never made: a mistyped path writes nowhere. */
export const folder = ({ path }: FolderSettings): Place =>
  filePlace({
    address: path,
    async check() {
      await usable(path)
      return { sentence: `Le dossier « ${path} » est là, et Carnet peut y écrire.` }
    },
    print: name => hashOf(path, name),
    async put(name, bytes) {
      await usable(path)
      await told(path, () => write(path, name, bytes))
    },
    remove: name => told(path, () => rm(join(path, name), { force: true })),
  })

async function usable(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory())
    throw new PlaceProblem(
      'later',
      `Je ne trouve pas le dossier « ${path} » : il a été déplacé, ou le disque n’est pas branché.`,
    )
  await access(path, constants.W_OK).catch(() => {
    throw new PlaceProblem('key', `Je n’ai pas le droit d’écrire dans « ${path} ».`)
  })
}

async function hashOf(path: string, name: string): Promise<string | undefined> {
  await usable(path)
  return told(path, async () => {
    const found = await stat(join(path, name)).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const hash = createHash('sha256')
    for await (const part of createReadStream(join(path, name))) hash.update(part as Uint8Array)
    return hash.digest('hex')
  })
}

async function write(path: string, name: string, bytes: Blob): Promise<void> {
  const draft = join(path, `.${name}.${randomBytes(4).toString('hex')}`)
  try {
    const source = Readable.fromWeb(bytes.stream() as Parameters<typeof Readable.fromWeb>[0])
    await pipeline(source, createWriteStream(draft, { flags: 'wx', flush: true }))
    await rename(draft, join(path, name))
  } finally {
    await rm(draft, { force: true })
  }
}

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new PlaceProblem('later', `Il n’y a plus de place dans « ${path} ».`)
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new PlaceProblem('key', `Je n’ai pas le droit d’écrire dans « ${path} ».`)
    if (code !== undefined) throw new PlaceProblem('later', `Je n’arrive pas à écrire dans « ${path} » (${code}).`)
    throw error
  }
}
