import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { onTestFinished } from 'vitest'

/** A server of a test, on real HTTP. It can be cut once: before it hears a request, or after it did what was asked and before it answers. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly address: string
  /** `POST /api/1/datasets/`, in order. */
  readonly requests: string[]
  /** The nth request from now is cut, 0 the next; a negative number: none. */
  cut(nth: number, when: 'before' | 'after'): void
}

export async function startServer(routes: (app: FastifyInstance) => void): Promise<TestServer> {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 64 * 1024 * 1024 })
  await app.register(multipart, { limits: { fileSize: 64 * 1024 * 1024 } })
  const requests: string[] = []
  let cutting = { left: -1, when: 'before' as 'before' | 'after' }
  const due = new WeakSet<FastifyRequest>()
  app.addHook('onRequest', async (request, reply) => {
    requests.push(`${request.method} ${request.url.split('?')[0]}`)
    if (cutting.left-- !== 0) return
    if (cutting.when === 'before') return hangUp(request, reply)
    due.add(request)
  })
  app.addHook('onSend', async (request, reply, body) => (due.has(request) ? hangUp(request, reply) : body))
  routes(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  const { port } = app.server.address() as { port: number }
  return {
    app,
    address: `http://127.0.0.1:${port}`,
    requests,
    cut: (left, when) => void (cutting = { left, when }),
  }
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy()
  return reply.hijack()
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly file?: { readonly field: string; readonly name: string; readonly type: string; readonly bytes: Buffer }
}

export async function readForm(request: FastifyRequest): Promise<Form> {
  const fields: Record<string, string> = {}
  let file: Form['file']
  for await (const part of request.parts())
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else file = { field: part.fieldname, name: part.filename, type: part.mimetype, bytes: await part.toBuffer() }
  return { fields, ...(file && { file }) }
}
