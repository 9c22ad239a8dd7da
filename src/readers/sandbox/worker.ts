import { readFileSync } from 'node:fs'
import type { ReadOptions } from '../../core/table/read-result.ts'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readBytes } from '../read.ts'
import { pack } from './pack.ts'
import type { Answer, Question } from './protocol.ts'

/**
 * Entry of the child process: reads a file, answers, and waits to be killed or for its parent to end. It is given nothing but a path to
 * read and a name to show.
 */
process.on('message', async (question: Question) => void process.send?.(await answerTo(question)))

async function answerTo({ path, name, options }: Question): Promise<Answer> {
  try {
    const result = await readBytes(readFileSync(path), name, options as ReadOptions)
    return isPolluted() ? { type: 'refused', message: POLLUTED } : { type: 'read', result: pack(result) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { type: 'refused', message: error.message }
    return { type: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const POLLUTED =
  'Ce fichier est piégé : sa lecture a changé le fonctionnement interne du lecteur. Rien n’en a été gardé.'

/** A crafted file that adds a property to every object shows here, whatever library it went through. */
function isPolluted(): boolean {
  for (const _ in {}) return true
  for (const _ in []) return true
  return false
}
