import type { FastifyInstance } from 'fastify'
import { html, page } from './pages/html.ts'

/** What every page says while Carnet makes itself ready. */
export interface Preparing {
  tell(sentence: string): void
  done(): void
}

/** Called before the application is ready. Until it is done nothing is answered but « wait », and pages ask again by themselves. */
export function sayPreparing(app: FastifyInstance): Preparing {
  let sentence: string | undefined = 'Carnet se prépare…'
  app.addHook('onRequest', async ({ url }, reply) => {
    if (sentence === undefined || url.startsWith('/public/')) return
    reply.code(503).header('retry-after', '2').header('cache-control', 'no-store')
    if (url.startsWith('/api/')) return reply.send({ message: sentence })
    return reply.header('refresh', '2').type('text/html; charset=utf-8').send(preparingPage(sentence))
  })
  return {
    tell: told => {
      sentence = told
    },
    done: () => {
      sentence = undefined
    },
  }
}

const preparingPage = (sentence: string): string =>
  page(
    'Un instant – Carnet',
    html`<h1>Un instant</h1>
<p role="status">${sentence}</p>
<p>Cette page s’ouvrira d’elle-même.</p>`,
  )
