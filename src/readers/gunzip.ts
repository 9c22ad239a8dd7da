import { gunzipSync } from 'node:zlib'
import { UnreadableFile } from '../core/table/read-result.ts'

/** More than this, once inflated, is no file that a town sends. */
const MOST_BYTES = 256 * 1024 * 1024
const CHUNK = 1024 * 1024

/** Unwraps a gzip; zlib counts what comes out and stops at the limit. Throws `UnreadableFile`: damaged, or too big. */
export function gunzip(bytes: Uint8Array, most: number = MOST_BYTES): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: most, chunkSize: Math.min(CHUNK, most) })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooBig(most) : damaged()
  }
}

const damaged = () =>
  new UnreadableFile('Ce fichier compressé est abîmé : il ne se décompresse pas. Demandez-en une nouvelle copie.')
const tooBig = (most: number) =>
  new UnreadableFile(
    `Ce fichier contient plus de ${Math.round(most / 1024 / 1024)} Mo une fois décompressé : c’est plus que ce que je peux lire en sûreté.`,
  )
