import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findInPackage } from '../adapters/package/find.ts'
import { html, page } from './pages/html.ts'
import type { ServerWorld } from './world.ts'

/** The workshop under /atelier/: one page for all its addresses, and files whose name holds their hash, kept for ever by browsers. */
export async function serveFiles(app: FastifyInstance, { options: { workshop } }: ServerWorld): Promise<void> {
  await app.register(fastifyStatic, {
    root: findInPackage('public'),
    prefix: '/public/',
    maxAge: '1h',
    preCompressed: true,
  })
  app.get('/atelier', (_, reply) => sendPage(reply, workshop))
  app.get('/atelier/*', (request, reply) => {
    const path = (request.params as { '*': string })['*']
    return isFile(path, workshop) ? sendFile(reply, path, workshop) : sendPage(reply, workshop)
  })
}

/** A file that the build made: names with a dot in plain folders, never a path that climbs. */
const isFile = (path: string, workshop: string): boolean =>
  /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/.test(path) && path !== 'index.html' && existsSync(join(workshop, path))

const sendFile = (reply: FastifyReply, path: string, workshop: string): FastifyReply =>
  path.startsWith('assets/')
    ? reply.sendFile(path, workshop, { maxAge: '1y', immutable: true })
    : reply.sendFile(path, workshop, { maxAge: '1h' })

function sendPage(reply: FastifyReply, workshop: string): FastifyReply {
  if (existsSync(join(workshop, 'index.html')))
    return reply.header('cache-control', 'no-cache').sendFile('index.html', workshop, { cacheControl: false })
  return reply.code(503).type('text/html; charset=utf-8').send(notBuilt())
}

const notBuilt = (): string =>
  page(
    'L’atelier n’est pas construit – Carnet',
    html`<h1>L’atelier n’est pas encore construit</h1>
<p>Carnet répond, mais ses écrans ne sont pas là. Arrêtez-le, lancez <code>npm run build</code> dans son dossier, puis relancez-le.</p>
<p><a href="/">Revenir à l’accueil</a></p>`,
  )
