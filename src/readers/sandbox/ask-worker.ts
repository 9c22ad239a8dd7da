import { type ChildProcess, fork } from 'node:child_process'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { type SandboxLimits, timeLimit } from './limits.ts'
import type { Answer, Question } from './protocol.ts'
import { processorMilliseconds, residentMegabytes } from './usage.ts'
import { workerPath } from './worker-path.ts'

const WATCH_MS = 100

/** Asks a fresh child process one question. Throws `UnreadableFile` when it goes over a limit or dies. */
export function askWorker(question: Question, size: number, limits: SandboxLimits): Promise<Answer> {
  const child = start(limits)
  return new Promise((resolve, reject) => {
    let settled = false
    const settle = (finish: () => void) => {
      if (settled) return
      settled = true
      clearTimeout(clock)
      clearInterval(watch)
      child.kill('SIGKILL')
      finish()
    }
    const refuse = (message: string) => settle(() => reject(new UnreadableFile(message)))
    const limit = timeLimit(size, limits)
    const began = Date.now()
    // Time is the processor's: on a busy machine a good file must not be refused because others work. The wall's clock stands behind.
    const clock = setTimeout(() => refuse(TOO_LONG), limits.patience * limit)
    const watch = setInterval(() => {
      if (residentMegabytes(child.pid) > limits.residentMegabytes) refuse(TOO_BIG)
      else if ((processorMilliseconds(child.pid) ?? Date.now() - began) > limit) refuse(TOO_LONG)
    }, WATCH_MS)
    child.once('message', answer => settle(() => resolve(answer as Answer)))
    child.once('error', error => settle(() => reject(error)))
    // The engine ends itself (SIGABRT or code 134) when its heap is full; nothing else of ours ends without an answer.
    child.once('exit', () => refuse(TOO_BIG))
    child.send(question, error => error && settle(() => reject(error)))
  })
}

/** No environment but what finds programs: the reader needs nothing of ours. */
function start(limits: SandboxLimits): ChildProcess {
  const { path, execArgv } = workerPath()
  return fork(path, [], {
    execArgv: [...execArgv, `--max-old-space-size=${limits.heapMegabytes}`],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** What is said when time or memory is lacking: on a calmer machine, the same file may be read. */
export const mayBeReadLater = (sentence: string): boolean => sentence === TOO_LONG || sentence === TOO_BIG

export const TOO_LONG =
  'La lecture de ce fichier prend trop de temps : il est abîmé, piégé, ou trop grand. Essayez d’en enregistrer une copie au format CSV.'
const TOO_BIG =
  'La lecture de ce fichier demande trop de mémoire : il est abîmé, piégé, ou trop grand. Essayez d’en enregistrer une copie au format CSV.'
