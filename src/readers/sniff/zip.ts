import { type Format, UnreadableFile } from '../../core/table/read-result.ts'
import { openZip, type Zip } from '../zip/unzip.ts'

/** Office files are zips: their parts tell which. Any other zip is refused. */
export function sniffZip(bytes: Uint8Array): Format {
  const zip = openZip(bytes)
  const names = new Set(zip.names.map(name => name.toLowerCase().replace(/^\//, '')))
  const has = (pattern: RegExp) => [...names].some(name => pattern.test(name))
  if (names.has('mimetype') || names.has('content.xml')) return openDocument(zip)
  if (has(/(^|\/)workbook\.(?:xml|bin)$/) || has(/(^|\/)worksheets\/[^/]+\.xml$/)) return 'xlsx'
  if (has(/^word\/.*\.xml$/)) return 'docx'
  if (has(/^ppt\//)) throw new UnreadableFile('Ce fichier est une présentation : copiez son tableau dans un tableur.')
  if (has(/^index\/.*\.iwa$/))
    throw new UnreadableFile('Ce fichier vient de Numbers (Apple) : dans Numbers, exportez-le au format Excel ou CSV.')
  if (names.has('[content_types].xml')) return 'xlsx'
  throw new UnreadableFile(
    `Ce fichier est une archive zip (${zip.names.length} fichier${zip.names.length > 1 ? 's' : ''}) : ouvrez-la sur votre ordinateur et donnez-moi les fichiers qu’elle contient, un par un.`,
  )
}

function openDocument(zip: Zip): Format {
  const type = zip.has('mimetype') ? Buffer.from(zip.read('mimetype')).toString('latin1', 0, 200) : ''
  if (/opendocument\.(?:text|presentation|graphics)/.test(type))
    throw new UnreadableFile(
      'Ce fichier est un document LibreOffice, pas un classeur : copiez son tableau dans un tableur.',
    )
  return 'ods'
}
