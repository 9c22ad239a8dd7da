import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isKept } from './send-file.ts'

/** A page of HTML, sent again only when it is not the one that the browser has. Weak: the same page travels compressed or not. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
  reply.header('etag', `W/${tag}`).header('cache-control', 'public, no-cache')
  const isAsked = request.headers['if-none-match'] !== undefined
  if (reply.statusCode === 200 && isAsked && isKept(request, tag, new Date().toISOString()))
    return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(text)
}
