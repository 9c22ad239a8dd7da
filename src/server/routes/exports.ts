import type { FastifyInstance } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../contract/sets.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { exportSet } from '../../preparation/sets/export.ts'
import { attach } from '../attach.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  geojson: 'application/geo+json',
  json: 'application/json; charset=utf-8',
  'report.csv': 'text/csv; charset=utf-8',
  'questions.csv': 'text/csv; charset=utf-8',
}

/** The set as a file, from the server's own table. */
export function exportsRoutes(app: FastifyInstance, { world }: Preparation): void {
  app.get('/api/atelier/sets/:slug/export/:format', requires('read'), async (request, reply) => {
    const format = EXPORT_FORMATS.find(one => one === param(request, 'format'))
    if (!format) throw new Refused(404, 'Carnet ne sait pas écrire ce format.')
    const slug = param(request, 'slug')
    const bytes = await exportSet(world, signedIn(request).insee, slug, format)
    return attach(reply, NAMES[format]?.(slug) ?? `${slug}.${format}`)
      .type(TYPES[format])
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}

const NAMES: Partial<Record<ExportFormat, (slug: string) => string>> = {
  'report.csv': slug => `${slug}-verification.csv`,
  'questions.csv': slug => `${slug}-questions.csv`,
}
