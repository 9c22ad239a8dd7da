import { type Format, UnreadableFile } from '../core/table/read-result.ts'
import { sniffText } from './sniff/text.ts'
import { sniffZip } from './sniff/zip.ts'

/** How a file starts, and what that means. */
const SIGNATURES: readonly { readonly starts: string; readonly format?: Format; readonly refusal?: string }[] = [
  { starts: '%PDF', format: 'pdf' },
  { starts: '\x89PNG', refusal: picture() },
  { starts: '\xff\xd8\xff', refusal: picture() },
  { starts: 'GIF8', refusal: picture() },
  { starts: 'II*\0', refusal: picture() },
  { starts: 'MM\0*', refusal: picture() },
  {
    starts: '{\\rtf',
    refusal: 'Ce fichier est un document RTF : copiez son tableau dans un tableur, puis enregistrez-le.',
  },
  { starts: '7z\xbc\xaf\x27\x1c', refusal: archive() },
  { starts: 'Rar!', refusal: archive() },
  { starts: 'BZh', refusal: archive() },
  { starts: '\xfd7zXZ', refusal: archive() },
  { starts: '\x28\xb5\x2f\xfd', refusal: archive() },
  { starts: '\x1f\x9d', refusal: archive() },
  { starts: 'SQLite format 3', refusal: database() },
  { starts: 'PAR1', refusal: database() },
  { starts: '\0\x01\0\0Standard', refusal: database() },
]

/**
 * The format of a file by its content; its name only settles what content leaves open. Throws `UnreadableFile`, in one French sentence,
 * for what holds no table that can be read: nothing at all, a picture, an archive, a file protected by a password.
 */
export function sniffFormat(bytes: Uint8Array, name = ''): Format {
  if (bytes.length === 0) throw new UnreadableFile('Ce fichier est vide : il ne contient pas un seul caractère.')
  const head = latin1(bytes, 0, 64)
  const known = SIGNATURES.find(({ starts }) => head.startsWith(starts))
  if (known?.refusal !== undefined) throw new UnreadableFile(known.refusal)
  if (known?.format !== undefined) return known.format
  if (/^RIFF....WEBP/s.test(head) || /^BM....\0\0\0\0/s.test(head)) throw new UnreadableFile(picture())
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return sniffZip(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffCompound(bytes)
  // BIFF2 to BIFF4: a bare BOF record, before Excel used compound files.
  if (/^\x09[\0\x02\x04\x08](?:[\x04-\x10])\0/.test(head)) return 'xls'
  if (latin1(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (latin1(bytes, 257, 262) === 'ustar') throw new UnreadableFile(archive())
  return sniffText(bytes, name)
}

/** True for a gzip, which wraps one file. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** A compound file (OLE) holds an old Excel, an old Word, or an encrypted new one: the names of its streams tell, in UTF-16. */
function sniffCompound(bytes: Uint8Array): Format {
  const holds = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le')
  if (holds('EncryptedPackage')) throw new UnreadableFile(PROTECTED)
  if (holds('Workbook') || holds('Book') || holds('WORKBOOK') || holds('BOOK')) return 'xls'
  if (holds('WordDocument'))
    throw new UnreadableFile(
      'Ce fichier est un ancien document Word (.doc) : ouvrez-le et enregistrez-le au format .docx.',
    )
  throw new UnreadableFile(
    'Ce fichier vient d’un ancien logiciel de bureau mais ne contient pas de feuille de calcul : j’attendais un classeur.',
  )
}

export const PROTECTED =
  'Ce fichier est protégé par un mot de passe : ouvrez-le, enlevez le mot de passe, puis enregistrez-le à nouveau.'

const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

function picture(): string {
  return 'Ce fichier est une image, pas un tableau : j’attendais par exemple un classeur Excel ou un fichier CSV.'
}
function archive(): string {
  return 'Ce fichier est une archive compressée : ouvrez-la sur votre ordinateur et donnez-moi les fichiers qu’elle contient, un par un.'
}
function database(): string {
  return 'Ce fichier est une base de données : exportez d’abord sa table au format CSV ou Excel.'
}
