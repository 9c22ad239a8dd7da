import type { Server } from './load.ts'
import type { AnswerMessage, CallMessage, WorkerEvent } from './protocol.ts'
import { type Pace, WorkerSession } from './session.ts'

/** The door of the worker: messages in, messages out. What it does is in session.ts and set-engine.ts, which know nothing of workers. */
const API = '/api/atelier'

const server: Server = {
  async json(path) {
    const answer = await fetch(API + path, { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(await refusal(answer))
    return answer.json()
  },
  textNow(path) {
    const request = new XMLHttpRequest()
    request.open('GET', API + path, false)
    request.send()
    if (request.status !== 200) throw new Error(`${path}: ${request.status}`)
    return request.responseText
  },
}

async function refusal(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined)
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined
  return typeof message === 'string' ? message : `Le serveur a répondu ${answer.status}.`
}

const pace: Pace = {
  now: () => performance.now(),
  later(task, milliseconds) {
    if (milliseconds > 0) {
      const timer = setTimeout(task, milliseconds)
      return () => clearTimeout(timer)
    }
    return afterMessages(task)
  },
}

/** At once, but after the messages already received; `setTimeout` would wait four milliseconds each time. */
function afterMessages(task: () => void): () => void {
  const channel = new MessageChannel()
  let wanted = true
  channel.port1.onmessage = () => {
    channel.port1.close()
    if (wanted) task()
  }
  channel.port2.postMessage(0)
  return () => {
    wanted = false
  }
}

const session = new WorkerSession(server, (event: WorkerEvent) => postMessage(event), pace)

addEventListener('message', async ({ data }: MessageEvent<CallMessage>) => {
  try {
    const ask = session[data.name].bind(session) as (...args: unknown[]) => unknown
    send({ call: data.call, answer: await ask(...data.args) })
  } catch (error) {
    send({ call: data.call, failed: error instanceof Error ? error.message : String(error) })
  }
})

const send = (message: AnswerMessage): void => postMessage(message)
