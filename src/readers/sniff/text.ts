import { type Format, UnreadableFile } from '../../core/table/read-result.ts'
import { isWebArchive } from '../html/web-archive.ts'
import { decodeText } from '../text/decode.ts'

/** How much of a text is looked at. */
const HEAD = 8192

/** The format of a file that is no known binary. */
export function sniffText(bytes: Uint8Array, name: string): Format {
  const head = headText(bytes).trimStart()
  if (head.startsWith('<')) return sniffMarkup(head)
  if (isWebArchive(head.slice(0, 4096))) return 'html'
  if (/\.(?:geo)?json$/i.test(name) || looksLikeJson(head))
    return /"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))"/.test(
      head,
    ) || /\.geojson$/i.test(name)
      ? 'geojson'
      : 'json'
  return 'csv'
}

/** Decoding refuses what is no text; a character cut in two at the end of the sample does no harm. */
function headText(bytes: Uint8Array): string {
  const sample = bytes.length > HEAD ? bytes.subarray(0, HEAD - (HEAD % 4)) : bytes
  return decodeText(sample).text
}

/** An object or a list of them; a CSV whose first title starts with a bracket is not one. */
const looksLikeJson = (head: string) =>
  /^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})/.test(head) || /^\[\s*(?:[[{\]]|"[^"\n]*"\s*[,\]]\s*["\n\]])/.test(head)

function sniffMarkup(head: string): Format {
  const root = /<(?!\?|!)([A-Za-z_][\w.:-]*)/.exec(head)?.[1] ?? ''
  const local = root.slice(root.indexOf(':') + 1)
  if (/^svg$/i.test(local))
    throw new UnreadableFile(
      'Ce fichier est une image (SVG), pas un tableau : j’attendais par exemple un classeur ou un fichier CSV.',
    )
  if (local === 'document' && head.includes('opendocument')) return 'fods'
  if (/^DocumentBudgetaire$/i.test(local)) return 'totem'
  if (
    /^(?:html|body|head|table|meta|div|style|script|title|center|font|p|tr|tbody|thead)$/i.test(local) ||
    /<!doctype html/i.test(head)
  )
    return 'html'
  return head.startsWith('<?xml') || /^<[\w.:-]+[\s/>]/.test(head) || head.startsWith('<!') ? 'xml' : 'csv'
}
