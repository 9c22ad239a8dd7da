import type { FileFormat } from '../../publication/files/formats.ts'
import { useSite } from '../site.ts'
import { number } from '../words.ts'

/** A file that is offered, and its weight in bytes. */
export interface OfferedFile {
  readonly format: FileFormat
  readonly bytes: number
  readonly path: string
}

const WORDS: Readonly<Record<FileFormat, { readonly name: string; readonly who: string }>> = {
  xlsx: { name: 'Excel', who: 'pour l’ouvrir dans un tableur' },
  csv: { name: 'CSV', who: 'pour tous les logiciels' },
  geojson: { name: 'GeoJSON', who: 'pour les cartes' },
  json: { name: 'JSON', who: 'pour les développeurs' },
  ods: { name: 'OpenDocument', who: 'pour LibreOffice' },
  parquet: { name: 'Parquet', who: 'pour les analystes' },
}

/** The first is what most people want. */
export function Downloads({ files }: { files: readonly OfferedFile[] }) {
  const site = useSite()
  return (
    <ul class="files">
      {files.map(({ format, bytes, path }, at) => (
        <li key={format}>
          <a class={at === 0 ? 'file file-first' : 'file'} href={site.href(path)} download>
            <strong>
              {at === 0 && 'Télécharger pour '}
              {WORDS[format].name}
            </strong>
            <span>
              {at > 0 && `${WORDS[format].who}, `}
              {weight(bytes)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** As French people write sizes: « 12 ko », « 1,4 Mo ». */
export function weight(bytes: number): string {
  if (bytes < 1000) return `${number(bytes)} octets`
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1000)))} ko`
  return `${number(Math.round(bytes / 100_000) / 10)} Mo`
}
