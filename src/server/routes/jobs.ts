import type { FastifyInstance } from 'fastify'
import type { Preparation } from '../../preparation/preparation.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** Long work: left and found again. */
export function jobsRoutes(app: FastifyInstance, { jobs }: Preparation): void {
  app.get('/api/atelier/jobs', requires('read'), request => jobs.list(signedIn(request).insee))

  app.get('/api/atelier/jobs/:id', requires('read'), request =>
    jobs.card(signedIn(request).insee, param(request, 'id')),
  )

  app.delete('/api/atelier/jobs/:id', requires('prepare'), async request => {
    const { insee } = signedIn(request)
    await jobs.cancel(insee, param(request, 'id'))
    return jobs.card(insee, param(request, 'id'))
  })
}
