import { refuseNullWord } from './null-word.ts'
import { anyOf, quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

const SCHEME = /^https?:\/\//i
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?::\d{1,5})?$/iu
const NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$/
/** Ends of names that are more often a file or a word (« plan.pdf », « etc.et ») than a site. */
const FILE = /\.(?:pdf|docx?|xlsx?|odt|ods|csv|jpe?g|png|gif|svg|zip|txt|html?|php|mp[34])$/i
/** Ends of sites that French towns cite; others are asked, since « M.Dupont » also looks like a site. */
const USUAL =
  /\.(?:fr|com|org|net|eu|info|bzh|corsica|alsace|paris|re|gp|mq|gf|yt|pm|be|ch|lu|io|tv|biz|asso|shop|gouv|bio)$/i

/**
 * An internet address. Nothing of it is ever changed but spaces around, a scheme that is missing (« www.epone.fr ») or misspelt
 * (« http:/epone.fr »). Spaces inside make it refused: nobody can tell whether the file is `a%20b` or `ab`.
 */
export function readUrl(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  if (line.length > 4000) return refused(`J'ai lu ${quoted(line)} ; cette adresse internet est trop longue.`)
  const bare = line.replace(/^<(.*)>$/, '$1')
  if (isUrl(bare)) return bare === text ? certain(bare) : certain(bare, `Signes autour de l'adresse retirés : ${bare}.`)
  if (/\s/.test(bare)) return withSpaces(line)
  return misspelt(line, bare) ?? withoutScheme(line, bare) ?? unknown(line)
}

export function isUrl(text: string): boolean {
  if (!SCHEME.test(text) || /[\s<>"]/.test(text)) return false
  const host = hostOf(text.replace(SCHEME, ''))
  return HOST.test(host) || NUMBERS.test(host) || /^localhost(?::\d+)?$/i.test(host)
}

/** What stands before the path, without « user:password@ ». */
const hostOf = (rest: string): string =>
  rest
    .replace(/[/?#\\].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/\.$/, '')

/** « http//epone.fr », « htpp://… », « https:/… », « http://http://… »: one reading is possible. */
function misspelt(line: string, bare: string): Reading | undefined {
  const [, scheme = '', rest = ''] =
    /^((?:h?t{1,3}p{1,2}|https?|h+ttps?|htp|htt|htpp)s?(?:[:;.]?\/{1,3}|:)|https?:?\/\/https?:\/\/)(.+)$/i.exec(bare) ??
    []
  if (rest === '' || SCHEME.test(rest)) return undefined
  const value = `${/s[:;./]*$/i.test(scheme) ? 'https' : 'http'}://${rest}`
  if (!isUrl(value)) return undefined
  return certain(value, `Le début de l'adresse est corrigé : ${quoted(line)} écrit ${value}.`)
}

function withoutScheme(line: string, bare: string): Reading | undefined {
  const rest = bare.replace(/^\/\//, '')
  const host = hostOf(rest)
  if (!HOST.test(host) || rest.includes('@')) return undefined
  const value = `https://${rest}`
  const note = `« https:// » est ajouté devant ${quoted(rest)}.`
  if (/^www\./i.test(host) || (USUAL.test(host) && !FILE.test(host))) return certain(value, note)
  if (FILE.test(host)) return undefined
  return doubtful(`${quoted(line)} est-il l'adresse d'un site ?`, [{ value, reason: note }])
}

function withSpaces(line: string): Reading {
  const pieces = line.split(/[\s,;|]+/).map(piece => piece.replace(/^[<(]+|[>).]+$/g, ''))
  const found = [...new Set(pieces.filter(piece => isUrl(piece) || /^www\.[^@]+\.\p{L}{2,}/iu.test(piece)))].slice(
    0,
    10,
  )
  const whole = /^(?:https?:\/\/|www\.)/i.test(line)
  if (found.length === 0 || (found.length === 1 && whole)) {
    return (
      refuseNullWord(line) ??
      refused(
        whole
          ? `Dans ${quoted(line)} il y a une espace : une adresse internet n'en a pas. Copiez-la depuis votre navigateur.`
          : `J'ai lu ${quoted(line)} ; j'attendais une adresse internet, par exemple https://www.epone.fr.`,
      )
    )
  }
  const candidates = found.map(piece => ({
    value: SCHEME.test(piece) ? piece : `https://${piece}`,
    reason: 'adresse trouvée dans la cellule',
  }))
  if (found.length === 1) return doubtful(`Dans ${quoted(line)}, faut-il garder l'adresse ${found[0]} ?`, candidates)
  return doubtful(`${quoted(line)} contient plusieurs adresses : laquelle garder, ${anyOf(found)} ?`, candidates)
}

const unknown = (line: string): Reading =>
  refuseNullWord(line) ??
  refused(
    /^[^\s@]+@[^\s@]+$/.test(line)
      ? `${quoted(line)} est une adresse de courriel ; j'attendais celle d'un site, par exemple https://www.epone.fr.`
      : `J'ai lu ${quoted(line)} ; j'attendais une adresse internet, par exemple https://www.epone.fr.`,
  )
