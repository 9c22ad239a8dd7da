import type { FastifyInstance, FastifyRequest } from 'fastify'
import { townRow } from '../../people/town.ts'
import { docxOf } from '../../publication/kit/docx.ts'
import { isDay } from '../../town/calendar/days.ts'
import { readLogbook } from '../../town/logbook/read.ts'
import { logbookAsMarkdown, logbookAsText } from '../../town/logbook/write.ts'
import { attach } from '../attach.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const DAYS_A_PAGE = 14

/** The logbook: read by pages of days, taken away whole. What somebody writes of a day is a text of the town (texts.ts). */
export function logbookRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/api/atelier/logbook', requires('read'), request =>
    readLogbook(world, signedIn(request).insee, asked(request)),
  )

  app.get('/api/atelier/logbook/file/md', requires('read'), async (request, reply) => {
    const { name, days } = await whole(world, signedIn(request).insee)
    return attach(reply, `Carnet de bord, ${name}.md`)
      .type('text/markdown; charset=utf-8')
      .send(logbookAsMarkdown(name, days))
  })

  app.get('/api/atelier/logbook/file/docx', requires('read'), async (request, reply) => {
    const { name, days } = await whole(world, signedIn(request).insee)
    const bytes = await docxOf(`Carnet de bord, ${name}`, logbookAsText(name, days))
    return attach(reply, `Carnet de bord, ${name}.docx`).type(DOCX).send(Buffer.from(bytes))
  })
}

function asked({ query }: FastifyRequest) {
  const { before, all } = query as Record<string, unknown>
  return {
    ...(typeof before === 'string' && isDay(before) && { before }),
    ...(all === undefined && { limit: DAYS_A_PAGE }),
  }
}

async function whole(world: ServerWorld, insee: string) {
  const { name } = await townRow(world, insee)
  return { name, ...(await readLogbook(world, insee)) }
}
