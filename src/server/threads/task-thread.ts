import { parentPort } from 'node:worker_threads'
import { runTask } from '../../preparation/tasks/run.ts'
import type { AskThread, ThreadAnswer } from './protocol.ts'

/** Entry of a worker thread: one task at a time, until it is ended. */
const send = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)

parentPort?.on('message', async ({ id, task }: AskThread) => {
  try {
    const result = await runTask(task, (progress, message) => send({ id, type: 'tell', progress, message }))
    send({ id, type: 'done', result })
  } catch (error) {
    const refused = error instanceof Error && EXPECTED.has(error.name)
    const message = refused ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
    send({ id, type: 'failed', message, ...(refused && { refused }) })
  }
})

const EXPECTED = new Set(['Refused', 'UnreadableFile', 'InvalidModel', 'UnreadableRecipe'])
