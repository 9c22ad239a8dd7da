import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type ReadOptions, type ReadResult, UnreadableFile } from '../../core/table/read-result.ts'
import { askWorker } from './ask-worker.ts'
import { LIMITS, type SandboxLimits } from './limits.ts'
import { unpack } from './pack.ts'

/**
 * Reads a file in a child process with limits of time and memory, and kills it when it goes over. Throws `UnreadableFile`, one French
 * sentence, for anything that cannot be read; any other error is a fault of ours. `name` is the file's own, when it is kept under another one.
 */
export async function readFileSafely(
  path: string,
  options: ReadOptions = {},
  limits: Partial<SandboxLimits> = {},
  name: string = basename(path),
): Promise<ReadResult> {
  const size = sizeOf(path, name)
  const bounds = { ...LIMITS, ...limits }
  if (size > bounds.maxFileBytes)
    throw new UnreadableFile(
      `Ce fichier fait ${megabytes(size)} Mo ; je lis ${megabytes(bounds.maxFileBytes)} Mo au plus. Coupez-le en plusieurs fichiers.`,
    )
  const answer = await askWorker({ path, name, options }, size, bounds)
  if (answer.type === 'read') return unpack(answer.result)
  if (answer.type === 'refused') throw new UnreadableFile(answer.message)
  throw new UnreadableFile(
    'Je n’arrive pas à lire ce fichier : son contenu est abîmé ou d’un genre que je ne connais pas.',
    { cause: answer.message },
  )
}

function sizeOf(path: string, name: string): number {
  try {
    const stat = statSync(path)
    if (stat.isFile()) return readable(path, name, stat.size)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`Je ne trouve pas le fichier « ${name} » : vérifiez son nom et son dossier.`)
  }
  throw new UnreadableFile(`« ${name} » n’est pas un fichier : j’attendais par exemple un classeur ou un fichier CSV.`)
}

function readable(path: string, name: string, size: number): number {
  try {
    accessSync(path, constants.R_OK)
    return size
  } catch {
    throw new UnreadableFile(`Je n’ai pas le droit d’ouvrir « ${name} » : changez ses droits, ou faites-en une copie.`)
  }
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
