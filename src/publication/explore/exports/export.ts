import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type FilesWorld, publishedFile } from '../../files/file.ts'
import { fileName, MEDIA } from '../../files/formats.ts'
import type { PublishedSet } from '../../published.ts'
import { streamRows } from '../../query/stream.ts'
import { ExploreProblem } from '../odsql/problem.ts'
import { exportLimitOf, type RawParams, textsOf, yesOf } from '../params.ts'
import { datasetUrl, type ExploreWorld, planFor } from '../records.ts'
import { FILE_FORMATS, type FileFormat, makeFile } from './files.ts'
import { TEXT_FORMATS, type TextFormat, type TextWriter, textWriter } from './texts.ts'

export const EXPORT_FORMATS: readonly string[] = [...TEXT_FORMATS, ...FILE_FORMATS].sort()
export type ExportWorld = ExploreWorld & FilesWorld

/** A file that leaves as it is made. */
export interface Exported {
  readonly media: string
  readonly fileName: string
  readonly body: Readable
}

/** `GET /catalog/datasets/{id}/exports`. */
export const exportsList = (base: string, { slug }: PublishedSet) => ({
  links: [
    { rel: 'self', href: `${datasetUrl(base, slug)}/exports` },
    ...EXPORT_FORMATS.map(format => ({ rel: format, href: `${datasetUrl(base, slug)}/exports/${format}` })),
  ],
})

/** `GET /catalog/datasets/{id}/exports/{format}`: all the rows that are asked for. */
export async function exportRows(
  world: ExportWorld,
  set: PublishedSet,
  format: string,
  params: RawParams,
): Promise<Exported> {
  if (!EXPORT_FORMATS.includes(format)) throw unknownFormat(format, EXPORT_FORMATS)
  const name = fileName(set.slug, set.version.createdAt, format as FileFormat)
  const plan = planFor(world, set, params)
  const limit = exportLimitOf(params)
  if (isText(format)) {
    const writer = textWriter(format, set, plan, params)
    return { media: writer.media, fileName: name, body: await textBody(world, set, writer, limit) }
  }
  const media = MEDIA[format as FileFormat]
  const whole = await wholeFile(world, set, format as FileFormat, params)
  if (whole) return { media, fileName: name, body: createReadStream(whole.path) }
  const labels = yesOf(params, 'use_labels', false)
  const made = await makeFile(world, set, plan, {
    format: format as FileFormat,
    labels,
    ...(limit !== undefined && { limit }),
  })
  return { media, fileName: name, body: createReadStream(made.path).once('close', () => void made.remove()) }
}

const isText = (format: string): format is TextFormat => (TEXT_FORMATS as readonly string[]).includes(format)

export const unknownFormat = (format: string, known: readonly string[]): ExploreProblem =>
  new ExploreProblem(
    'InvalidRESTParameterError',
    `Unknown export format: j’ai lu « ${format.slice(0, 40)} » ; j’attendais ${known.join(', ')}.`,
  )

const CHOICES = ['select', 'where', 'group_by', 'order_by', 'refine', 'exclude', 'limit', 'use_labels']

/** Nothing is chosen: the file is the one that is published. */
const wholeFile = async (world: ExportWorld, set: PublishedSet, format: FileFormat, params: RawParams) =>
  CHOICES.some(name => textsOf(params, name).length > 0)
    ? undefined
    : publishedFile(world, set.version, format, set.fiche.title)

/** The first rows are waited for: what cannot be asked is refused before anything is sent. */
async function textBody(world: ExploreWorld, set: PublishedSet, writer: TextWriter, limit?: number): Promise<Readable> {
  const { rows } = streamRows(world, set.version, { ...writer.plan.query, ...(limit !== undefined && { limit }) })
  const first = await rows.next()
  async function* texts() {
    try {
      yield writer.head
      let between = ''
      for (let some = first; !some.done; some = await rows.next()) {
        if (some.value.length === 0) continue
        yield between + writer.rows(some.value)
        between = writer.between
      }
      yield writer.tail
    } finally {
      // A reader that goes away gives its connection back.
      await rows.return()
    }
  }
  return Readable.from(texts(), { objectMode: false })
}
