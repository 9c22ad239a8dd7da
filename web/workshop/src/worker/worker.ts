import '../no-eval.ts'
import { Loader, type Server } from './load.ts'
import { openingHours } from './opening-hours.ts'
import type { AnswerMessage, CallMessage, WorkerEvent } from './protocol.ts'
import { type Pace, WorkerSession } from './session.ts'

/** The door of the worker: messages in, messages out. What it does is in session.ts and set-engine.ts, which know nothing of workers. */
const API = '/api/atelier'

const server: Server = {
  async text(path) {
    return (await answered(path)).text()
  },
  async json(path) {
    return (await answered(path)).json()
  },
  textNow(path) {
    const request = new XMLHttpRequest()
    request.open('GET', API + path, false)
    request.send()
    if (request.status !== 200) throw new Error(`${path}: ${request.status}`)
    return request.responseText
  },
}

async function answered(path: string): Promise<Response> {
  const answer = await fetch(API + path)
  if (!answer.ok) throw new Error(await refusal(answer))
  return answer
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

const loader = new Loader(server)

/** Each page of the workshop that needs the thread gets a line of its own. */
addEventListener('message', ({ ports: [line] }: MessageEvent) => {
  if (line) serve(line)
})

function serve(line: MessagePort): void {
  const session = new WorkerSession(loader, (event: WorkerEvent) => line.postMessage(event), pace, openingHours)
  line.onmessage = async ({ data }: MessageEvent<CallMessage | 'close'>) => {
    if (data === 'close') {
      session.close()
      return line.close()
    }
    const send = (message: AnswerMessage): void => line.postMessage(message)
    try {
      const ask = session[data.name].bind(session) as (...args: unknown[]) => unknown
      send({ call: data.call, answer: await ask(...data.args) })
    } catch (error) {
      send({ call: data.call, failed: error instanceof Error ? error.message : String(error) })
    }
  }
}
