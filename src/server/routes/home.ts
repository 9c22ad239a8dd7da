import type { FastifyInstance } from 'fastify'
import type { Preparation } from '../../preparation/preparation.ts'
import { requires, signedIn } from '../guard.ts'

export function homeRoutes(app: FastifyInstance, preparation: Preparation): void {
  app.get('/api/atelier/home', requires('read'), request => preparation.home(signedIn(request).insee))
}
