import type { Communes } from '../places/communes/index.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { type Candidate, certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

export interface InseeOptions {
  /** The commune list, to know which codes exist; without it only the shape is judged. */
  readonly communes?: Communes
}

/** The pattern that nearly all national models share, without department 00. */
const SHAPE = /^(?!00)(?:[013-9]\d|2[AB1-9])\d{3}$/

/** INSEE code of a commune: five characters, Corsica in 2A and 2B, lost zero put back, old communes and postcodes questioned. */
export function readInsee(text: string, options: InseeOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const compact = line
    .replace(/^'/, '')
    .replace(/^(?:code\s*)?(?:insee|commune)\s*:?\s*(?=\d)/i, '')
    .replace(/[.,]0+$/, '')
    .replace(/[\s.-]/g, '')
    .toUpperCase()
  const padded = /^\d{4}$/.test(compact) ? `0${compact}` : compact
  if (/^20\d{3}$/.test(padded)) return oldCorsica(padded, line, options.communes)
  if (!SHAPE.test(padded)) return refuseNullWord(line) ?? fromName(line, options.communes) ?? refused(expected(line))
  const known = options.communes?.byInsee(padded)
  if (options.communes && !known) return unknownCode(padded, line, options.communes)
  if (options.communes && known?.current !== undefined && known.population === undefined) {
    return oldCommune(padded, options.communes)
  }
  if (padded === text) return certain(padded)
  const note =
    padded === compact ? 'Espaces et signes retirés du code.' : `Le zéro du début est remis devant ${quoted(line)}.`
  return certain(padded, note)
}

const expected = (line: string): string =>
  `J'ai lu ${quoted(line)} ; j'attendais le code INSEE d'une commune, 5 caractères, par exemple 78217 ou 2A004.`

/** Corsica was one department, 20, until 1976: the last three digits did not change. */
function oldCorsica(code: string, line: string, communes?: Communes): Reading {
  const candidates = ['2A', '2B']
    .map(department => department + code.slice(2))
    .filter(value => !communes || communes.byInsee(value))
    .map(value => ({ value, reason: communes?.byInsee(value)?.name ?? 'la Corse s’écrit 2A ou 2B depuis 1976' }))
  return doubtful(`${quoted(line)} est-il un code de Corse (2A ou 2B), ou un code postal ?`, [
    ...candidates,
    ...fromPostcode(code, communes),
  ])
}

function unknownCode(code: string, line: string, communes: Communes): Reading {
  const candidates = fromPostcode(code, communes)
  if (candidates.length === 0) return refused(`Aucune commune n'a le code INSEE ${quoted(line)}.`)
  return doubtful(`${quoted(line)} est un code postal : de quelle commune s'agit-il ?`, candidates)
}

const fromPostcode = (postcode: string, communes?: Communes): Candidate[] =>
  (communes?.byPostcode(postcode) ?? []).map(({ code, name }) => ({
    value: code,
    reason: `${name}, code postal ${postcode}`,
  }))

/** « Épône » in the column of codes: the name tells the code, but it is a name that was written. */
function fromName(name: string, communes?: Communes): Reading | undefined {
  const found = /\p{L}{2}/u.test(name) ? (communes?.findByName(name) ?? []) : []
  if (found.length === 0) return undefined
  return doubtful(
    `${quoted(name)} est le nom d'une commune : quel est son code INSEE ?`,
    found.slice(0, 5).map(({ code, department }) => ({ value: code, reason: `${name}, département ${department}` })),
  )
}

function oldCommune(code: string, communes: Communes): Reading {
  const old = communes.byInsee(code)
  const today = communes.byInsee(old?.current ?? '')
  return doubtful(`${code} est le code de ${old?.name}, qui fait partie de ${today?.name} : lequel garder ?`, [
    { value: today?.code ?? '', reason: `${today?.name}, la commune d'aujourd'hui` },
    { value: code, reason: `${old?.name}, ancienne commune` },
  ])
}
