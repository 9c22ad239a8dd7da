import { Gunzip } from 'fflate'
import { UnreadableFile } from '../core/table/read-result.ts'

/** More than this, once inflated, is no file that a town sends. */
const MOST_BYTES = 256 * 1024 * 1024
const SLICE = 16 * 1024

/** Unwraps a gzip, counting while it comes out. Throws `UnreadableFile`: damaged, or too big. */
export function gunzip(bytes: Uint8Array, most: number = MOST_BYTES): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  let finished = false
  const stream = new Gunzip((chunk, final) => {
    size += chunk.length
    finished ||= final
    if (size > most) throw tooBig(most)
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      stream.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged()
  }
  if (!finished) throw damaged()
  return Buffer.concat(chunks, size)
}

const damaged = () =>
  new UnreadableFile('Ce fichier compressé est abîmé : il ne se décompresse pas. Demandez-en une nouvelle copie.')
const tooBig = (most: number) =>
  new UnreadableFile(
    `Ce fichier contient plus de ${Math.round(most / 1024 / 1024)} Mo une fois décompressé : c’est plus que ce que je peux lire en sûreté.`,
  )
