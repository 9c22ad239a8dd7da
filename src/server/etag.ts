import type { FastifyReply, FastifyRequest } from 'fastify'

/** Kept by the browser, which asks again whether it is still the one: the answer is then a few bytes. */
export async function sendVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  body: () => unknown,
): Promise<unknown> {
  const tag = `"${version}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some(one => one.replace(/^W\//, '') === tag))
    return reply.code(304).send()
  return reply.send(await body())
}
