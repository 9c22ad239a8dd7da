import { type ChildProcess, fork } from 'node:child_process'
import { basename } from 'node:path'
import { type ReadResult, UnreadableFile } from '../src/core/table/read-result.ts'
import { unpack } from '../src/readers/sandbox/pack.ts'
import type { Answer, Question } from '../src/readers/sandbox/protocol.ts'
import { readFileSafely } from '../src/readers/sandbox/read-file-safely.ts'
import { residentMegabytes } from '../src/readers/sandbox/usage.ts'
import { workerPath } from '../src/readers/sandbox/worker-path.ts'

/** What became of a file: its tables, or one sentence. */
export type Outcome = { readonly result: ReadResult } | { readonly sentence: string }

/** A file that takes longer than this is asked again of a process of its own, which has the true limits. */
const PATIENCE_MS = 4_000
const MOST_MEGABYTES = 700

/**
 * Reads many files one after the other in the reader's process, which is started once: a corpus of a thousand files would otherwise pay a
 * thousand starts. A file that is slow, heavy, or ends the process gets the answer of `readFileSafely`.
 */
export class WarmReader {
  private child: ChildProcess | undefined

  async read(path: string): Promise<Outcome> {
    const answer = await this.ask({ path, name: basename(path), options: {} })
    if (answer === undefined) return alone(path)
    if (answer.type === 'read') return { result: unpack(answer.result) }
    if (answer.type === 'refused') return { sentence: answer.message }
    throw new Error(`${path}: ${answer.message}`)
  }

  close(): void {
    this.child?.kill('SIGKILL')
    this.child = undefined
  }

  /** Undefined when this process cannot answer. */
  private ask(question: Question): Promise<Answer | undefined> {
    const child = (this.child ??= start())
    return new Promise(resolve => {
      const clock = setTimeout(() => give(undefined), PATIENCE_MS)
      const dead = () => give(undefined)
      const give = (answer: Answer | undefined) => {
        clearTimeout(clock)
        child.off('message', give).off('exit', dead)
        if (answer === undefined || residentMegabytes(child.pid) > MOST_MEGABYTES) this.close()
        resolve(answer)
      }
      child.once('message', give).once('exit', dead)
      child.send(question)
    })
  }
}

async function alone(path: string): Promise<Outcome> {
  try {
    return { result: await readFileSafely(path) }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    if (error.cause !== undefined) throw new Error(`${path}: ${String(error.cause)}`)
    return { sentence: error.message }
  }
}

function start(): ChildProcess {
  const { path, execArgv } = workerPath()
  return fork(path, [], {
    execArgv: [...execArgv, '--max-old-space-size=700'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
