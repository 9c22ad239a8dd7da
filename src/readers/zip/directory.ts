import { UnreadableFile } from '../../core/table/read-result.ts'

/** One entry of a zip as its central directory tells it. Sizes are claims of the file: never used to allocate. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly compressedSize: number
  /** Where the entry's local header starts, in bytes. */
  readonly offset: number
}

const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ZIP64_LOCATOR = 0x07064b50
const ZIP64_END = 0x06064b50
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const UNKNOWN_32 = 0xffffffff

const damaged = () =>
  new UnreadableFile(
    'Ce fichier est une archive abîmée ou incomplète : sa fin manque. Demandez à la personne qui l’a envoyé de le refaire.',
  )

/** Reads the central directory (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16, ZIP64 included). Throws `UnreadableFile`. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { start, shift, count } = locate(view)
    if (count > maxEntries) throw tooMany(count, maxEntries)
    return entries(bytes, view, start, shift, count)
  } catch (error) {
    if (error instanceof RangeError) throw damaged()
    throw error
  }
}

const tooMany = (count: number, max: number) =>
  new UnreadableFile(
    `Cette archive annonce ${count} fichiers ; j’en lis ${max} au plus. Ce n’est sans doute pas une feuille de calcul.`,
  )

/** `shift`: bytes put before the archive (a self-extracting stub), which every offset ignores. */
function locate(view: DataView): { start: number; shift: number; count: number } {
  const end = findEnd(view)
  const zip64 = end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR ? findZip64(view, end) : undefined
  const count = zip64?.count ?? view.getUint16(end + 10, true)
  const size = zip64?.size ?? view.getUint32(end + 12, true)
  const offset = zip64?.offset ?? view.getUint32(end + 16, true)
  const start = (zip64?.position ?? end) - size
  if (start < 0) throw damaged()
  return { start, shift: start - offset, count }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength)
      return at
  }
  throw damaged()
}

function findZip64(view: DataView, end: number) {
  const claimed = Number(view.getBigUint64(end - 12, true))
  // The record has no extension in practice: look just before its locator when the claimed place is wrong.
  const position = [claimed, end - 20 - 56].find(
    at => at >= 0 && at + 56 <= view.byteLength && view.getUint32(at, true) === ZIP64_END,
  )
  if (position === undefined) return undefined
  return {
    position,
    count: Number(view.getBigUint64(position + 32, true)),
    size: Number(view.getBigUint64(position + 40, true)),
    offset: Number(view.getBigUint64(position + 48, true)),
  }
}

function entries(bytes: Uint8Array, view: DataView, start: number, shift: number, count: number): ZipEntry[] {
  const found: ZipEntry[] = []
  let at = start
  for (let n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== CENTRAL) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameAt = at + CENTRAL_LENGTH
    const wide = wideSizes(view, at, nameAt + nameLength, extraLength)
    found.push({
      name: decodeName(bytes.subarray(nameAt, nameAt + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      compressedSize: wide.compressedSize,
      offset: wide.offset + shift,
    })
    at = nameAt + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return found
}

/** Sizes over 4 GiB are in the ZIP64 extra field, only for those written as FFFFFFFF, in this fixed order. */
function wideSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    for (const [index, size] of sizes.entries()) {
      if (size !== UNKNOWN_32) continue
      sizes[index] = Number(view.getBigUint64(value, true))
      value += 8
    }
  }
  return { compressedSize: sizes[1] ?? 0, offset: sizes[2] ?? 0 }
}

/** Parts of office files have ASCII names; others are only shown. A backslash is a separator that some writers put. */
const decodeName = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('\\', '/')
