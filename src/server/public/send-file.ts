import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Bytes on the disk, and what tells them from any others. */
export interface FileToSend {
  readonly path: string
  readonly size: number
  /** Without its quotes. */
  readonly etag: string
  /** ISO instant. */
  readonly modifiedAt: string
}

/** RFC 9110: conditions first, then one range; several ranges, or one that is not understood, are answered by the whole. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileToSend): FastifyReply {
  const tag = `"${file.etag}"`
  reply.headers({ etag: tag, 'last-modified': new Date(file.modifiedAt).toUTCString(), 'accept-ranges': 'bytes' })
  if (isKept(request, tag, file.modifiedAt)) return withoutBody(reply.code(304))
  const range = askedRange(request, tag, file)
  if (range === 'beyond')
    return reply
      .code(416)
      .header('content-range', `bytes */${file.size}`)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ message: `Ce fichier a ${file.size} octets.` }))
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${file.size}`)
  reply.header('content-length', end - start + 1)
  // A HEAD opens no file: its length is said.
  const isRead = request.method !== 'HEAD' && end >= start
  return reply.send(isRead ? createReadStream(file.path, { start, end }) : Readable.from([]))
}

/** The copy that is not sent keeps what is said of it, but its type: there is none. */
const withoutBody = (reply: FastifyReply): FastifyReply => reply.removeHeader('content-disposition').send()

/** If-None-Match speaks before If-Modified-Since, and compares weakly (13.1.2). */
export function isKept({ headers }: FastifyRequest, tag: string, modifiedAt: string): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || tagsOf(tags).includes(tag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return !Number.isNaN(since) && Math.floor(Date.parse(modifiedAt) / 1000) * 1000 <= since
}

const tagsOf = (header: string): string[] => [...header.matchAll(/(?:W\/)?("[^"]*")/g)].map(([, tag]) => tag!)

interface Range {
  readonly start: number
  readonly end: number
}

function askedRange(
  { headers }: FastifyRequest,
  tag: string,
  { size, modifiedAt }: FileToSend,
): Range | 'beyond' | undefined {
  const found = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(headers.range ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const ifRange = headers['if-range']
  // Bytes of another file would be glued to those that the client has: only the same tag, or the very date, will do.
  if (typeof ifRange === 'string' && ifRange !== tag && ifRange !== new Date(modifiedAt).toUTCString()) return undefined
  const [first, last] = [found[1]!, found[2]!]
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start >= size || (first === '' && Number(last) === 0) ? 'beyond' : { start, end }
}
