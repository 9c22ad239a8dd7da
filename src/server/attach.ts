import type { FastifyReply } from 'fastify'

/** A download, never a page of ours, under its own name (RFC 6266, RFC 8187); `inline`: data that a browser may show. */
export function attach(reply: FastifyReply, name: string, how: 'attachment' | 'inline' = 'attachment'): FastifyReply {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .header('content-disposition', `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
}
