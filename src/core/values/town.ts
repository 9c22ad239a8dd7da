import { type Commune, type Communes, departmentOf, groupBy, townKey } from '../places/communes/index.ts'
import { editDistance } from './distance.ts'
import { undoMojibake } from './mojibake.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { type Candidate, certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

export interface TownOptions {
  /** The commune list; without it the name is only tidied. */
  readonly communes?: Communes
  /** '78': chooses among communes of one name. */
  readonly department?: string
  readonly postcode?: string
  /** False: only whether the reading is certain matters, near names are not looked for. */
  readonly candidates?: false
}

/** A town's name as the official list spells it: « EPONE » and « Epône cedex » are « Épône ». What is only near a name is asked. */
export function readTown(text: string, options: TownOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const { communes } = options
  if (!communes) return line === text ? certain(line) : certain(line, 'Espaces en trop retirés.')
  const { name, hints } = bare(line, options)
  const found = communes.findByName(name, hints)
  if (found.length > 0) return fromFound(found, text, line, communes)
  const candidates = options.candidates === false ? [] : nearby(name, communes, hints)
  if (candidates.length > 0) return doubtful(`Quelle commune est ${quoted(line)} ?`, candidates)
  return (
    refuseNullWord(line) ??
    refused(
      `J'ai lu ${quoted(line)} ; aucune commune de la liste officielle ne s'appelle ainsi. J'attendais par exemple « Épône ».`,
    )
  )
}

/** The name without what goes around it, which tells where it is: « 78680 ÉPÔNE CEDEX 2 », « Épône (78) », « Ville d'Épône ». */
function bare(line: string, { department, postcode }: TownOptions) {
  const code = /(?<!\d)(\d{5})(?!\d)/.exec(line)?.[1] ?? postcode
  const aside = /\((\d{2,3}|2[AB])\)/i.exec(line)?.[1]?.toUpperCase() ?? department
  const name = line
    .replace(/(?<!\d)\d{5}(?!\d)|\((?:\d{2,5}|2[AB])\)/gi, ' ')
    .replace(/\bcedex\b(?:\s*\d{1,2})?/i, ' ')
    .replace(/^\s*(?:ville|commune|mairie)\s+(?:de\s+|d['’]\s*|(?=d(?:u|es)\s))/i, '')
    .replace(/^(?:du|des)\s/i, article => (article.trim().toLowerCase() === 'du' ? 'Le ' : 'Les '))
    .replace(/^[\s,;-]+|[\s,;-]+$/g, '')
  return {
    name,
    hints: { ...(code !== undefined && { postcode: code }), ...(aside !== undefined && { department: aside }) },
  }
}

function fromFound(found: readonly Commune[], text: string, line: string, communes: Communes): Reading {
  const spellings = new Set(found.map(({ name }) => name))
  const [name] = spellings
  const [first] = found
  if (spellings.size > 1)
    return doubtful(`Plusieurs communes s'écrivent à peu près ${quoted(line)} : laquelle ?`, found.map(asCandidate))
  const today = isOld(first!) ? communes.byInsee(first!.current!) : undefined
  if (today && found.length === 1)
    return doubtful(`${quoted(line)} fait partie de ${today.name} : quel nom garder ?`, [
      { value: today.name, reason: 'la commune d’aujourd’hui' },
      { value: name!, reason: 'ancienne commune' },
    ])
  return name === text ? certain(text) : certain(name!, `Écriture officielle de ${quoted(line)}.`)
}

const isOld = ({ current, population }: Commune): boolean => current !== undefined && population === undefined
const asCandidate = ({ name, code }: Commune): Candidate => ({
  value: name,
  reason: `code INSEE ${code}, département ${departmentOf(code)}`,
})

/** Names that a slip of the pen, a wrong decoding or a missing part separates from this one: asked, never written. */
function nearby(
  name: string,
  communes: Communes,
  { department, postcode }: { department?: string; postcode?: string },
): Candidate[] {
  const mended = undoMojibake(name)
  const decoded =
    mended === undefined ? [] : communes.findByName(mended, { ...(department !== undefined && { department }) })
  const wanted = townKey(name)
  const index = indexOf(communes)
  const close = [
    ...(postcode === undefined ? [] : communes.byPostcode(postcode)),
    ...(department === undefined
      ? (index.byBeginning.get(beginning(wanted)) ?? [])
      : (index.byDepartment.get(department) ?? [])),
  ]
  const typed = close.filter(commune => isSlip(wanted, keyOf(commune)) || isPart(wanted, keyOf(commune)))
  const parts = typed.length > 0 || wanted.length < 4 ? [] : (index.byPart.get(wanted) ?? [])
  const found = [...decoded, ...typed, ...parts]
  return [...new Map(found.map(commune => [commune.name, asCandidate(commune)])).values()].slice(0, 5)
}

/** The list has 37,000 names, and a column may hold many that are not among them: nothing is looked for by reading the whole list. */
interface TownIndex {
  readonly byDepartment: ReadonlyMap<string, readonly Commune[]>
  /** By the first letters of the name: where a slip is looked for when nobody says the department. */
  readonly byBeginning: ReadonlyMap<string, readonly Commune[]>
  /** By the words that a longer name begins with, and by the name without its article. */
  readonly byPart: ReadonlyMap<string, readonly Commune[]>
}

const indexes = new WeakMap<Communes, TownIndex>()
function indexOf(communes: Communes): TownIndex {
  let index = indexes.get(communes)
  if (!index) {
    const by = (keysOf: (commune: Commune) => readonly string[]) => groupBy(communes.all, keysOf)
    index = {
      byDepartment: by(({ department }) => [department]),
      byBeginning: by(commune => [beginning(keyOf(commune))]),
      byPart: by(commune => partsOf(keyOf(commune))),
    }
    indexes.set(communes, index)
  }
  return index
}

const beginning = (key: string): string => key.slice(0, 3)

function partsOf(key: string): string[] {
  const words = key.split(' ')
  const begins = words.slice(0, -1).map((_, n) => words.slice(0, n + 1).join(' '))
  return ARTICLE.test(key) ? [...begins, key.replace(ARTICLE, '')] : begins
}

const ARTICLE = /^(?:le|la|les|l) /

const keys = new WeakMap<Commune, string>()
function keyOf(commune: Commune): string {
  let key = keys.get(commune)
  if (key === undefined) keys.set(commune, (key = townKey(commune.name)))
  return key
}

/** One letter, two in a long name. */
function isSlip(wanted: string, key: string): boolean {
  const most = wanted.length >= 9 ? 2 : 1
  return wanted.length >= 4 && editDistance(wanted, key, most) <= most
}

/** « Mantes » for « Mantes-la-Jolie », « Sables d'Olonne » for « Les Sables-d'Olonne ». */
const isPart = (wanted: string, key: string): boolean =>
  wanted.length >= 4 && (key.startsWith(`${wanted} `) || key.replace(ARTICLE, '') === wanted)
