import type { Communes } from '../places/communes/index.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

export interface PostcodeOptions {
  readonly communes?: Communes
}

/** 01 to 95 (Corsica in 20), 97x and 98x; 00, 96 and 99 are nobody's. */
const SHAPE = /^(?:0[1-9]|[1-8]\d|9[0-58]|97)\d{3}$/

/** A French postcode: zero put back ("1250"), Excel's ".0" and the word CEDEX taken off, five digits kept as text. */
export function readPostcode(text: string, options: PostcodeOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const bare = line
    .replace(/^'/, '')
    .replace(/^(?:F|FR)\s?-\s?(?=\d)/i, '')
    .replace(/[.,]0+$/, '')
  const [, digits = '', rest = ''] = /^(\d[\d\s]{2,6}\d)(?!\d)\s*(.*)$/.exec(bare) ?? []
  const compact = digits.replace(/\s/g, '')
  const padded = compact.length === 4 ? `0${compact}` : compact
  if (/^2[AB]\d{3}$/i.test(bare)) return corsicanInsee(bare.toUpperCase(), options.communes)
  if (!SHAPE.test(padded)) return otherwise(line)
  if (rest !== '' && !/^cedex(?:\s?\d{1,2})?$/i.test(rest)) return withMore(line, padded, rest)
  if (padded === text) return certain(padded)
  return certain(
    padded,
    compact.length === 4 ? `Le zéro du début est remis devant ${quoted(line)}.` : `${quoted(text)} écrit ${padded}.`,
  )
}

function corsicanInsee(code: string, communes?: Communes): Reading {
  const commune = communes?.byInsee(code)
  const candidates = (commune?.postcodes ?? []).map(value => ({ value, reason: `code postal de ${commune?.name}` }))
  return doubtful(`« ${code} » est un code INSEE de Corse : quel est le code postal ?`, candidates)
}

/** « 78680 Épône »: the town's name would be lost, so it is asked. Two postcodes are asked too. */
function withMore(line: string, first: string, rest: string): Reading {
  const others = (rest.match(/(?<!\d)\d{5}(?!\d)/g) ?? []).filter(code => SHAPE.test(code) && code !== first)
  const candidates = [first, ...others].map(value => ({ value, reason: `trouvé dans ${quoted(line)}` }))
  return doubtful(`Dans ${quoted(line)}, quel est le code postal ?`, candidates)
}

function otherwise(line: string): Reading {
  const found = (line.match(/(?<!\d)\d{5}(?!\d)/g) ?? []).filter(code => SHAPE.test(code))
  if (found.length > 0 && !/^\d+$/.test(line)) return withMore(line, found[0]!, found.slice(1).join(' '))
  return (
    refuseNullWord(line) ??
    refused(`J'ai lu ${quoted(line)} ; j'attendais un code postal, 5 chiffres, par exemple 78680.`)
  )
}
