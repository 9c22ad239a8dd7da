import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
/** Below, the headers weigh as much. */
const LEAST = 4096

/** Long texts go out compressed when the browser takes it; off the main thread, at a level that costs little. Files have their own (`static.ts`). */
export function compressTexts(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (typeof payload !== 'string' || payload.length < LEAST) return payload
    if (reply.hasHeader('content-encoding')) return payload
    const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''))
    reply.header('vary', 'Accept-Encoding')
    if (!encoding) return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return encoding === 'br'
      ? brotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : gzipped(payload, { level: 6 })
  })
}

function encodingFor(accepted: string): 'br' | 'gzip' | undefined {
  const names = accepted.split(',').filter(one => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
  const takes = (name: string) => names.some(one => one.trim().split(';')[0] === name)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}
