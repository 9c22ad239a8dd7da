import { ofTown } from '../places/communes/of-town.ts'
import type { FicheContext } from './context.ts'

type Named = Pick<FicheContext, 'title' | 'town' | 'coverage' | 'sources'>

/** Letters alone, small and without accents: how words are compared here. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, '’').toLowerCase()

/** Short forms that agents write, and what everybody understands. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  dae: 'défibrillateurs',
  irve: 'bornes de recharge électrique',
  pav: 'points d’apport volontaire',
  pei: 'points d’eau incendie',
  erp: 'établissements recevant du public',
  pc: 'permis de construire',
  dp: 'déclarations préalables',
  ev: 'espaces verts',
  asso: 'associations',
  assos: 'associations',
  velo: 'vélos',
  velos: 'vélos',
  car: 'autobus',
  cars: 'autobus',
  dechet: 'déchets',
  hlm: 'logements sociaux',
  cm: 'conseil municipal',
  delib: 'délibérations',
  delibs: 'délibérations',
  equipt: 'équipements',
  cimetiere: 'cimetière',
}
/** Not short forms, but words that everybody says shorter: only replaced, never complained about. */
const QUIET = new Set(['velo', 'velos', 'dechet', 'cimetiere'])

const PACKAGING =
  /^(?:les?\s+|la\s+|un\s+)?(?:fichiers?|listes?|listing|tableaux?|bases?|bdd|jeux?|donnees|table|export|extraction|inventaire|copie)\b/
const GLUE = /^\s*(?:(?:de\s+donnees|de\s+la|de\s+l’|des|du|de|d’)\s*)+/
const FILE = /\.(?:xlsx?|csv|ods|docx?|pdf|txt)\b|_|\b(?:v|version\s*)\d+\b|\bfinale?\b|\(\d+\)|\bcopie\b/i
const YEAR = /\b(?:1[89]|20)\d{2}\b/

/** What the set is about, without its packaging: « Fichier_DAE v2.xlsx » is about « Défibrillateurs ». */
export function thingOf(title: string): string {
  const words = title
    .replace(/\.(?:xlsx?|csv|ods|docx?|pdf|txt)\b/gi, '')
    .replace(/\((?:[^)]*)\)/g, ' ')
    .replace(/_/g, ' ')
    .replace(/\b(?:v|version\s*)\d+\b|\bfinale?\b|\bcopie\b/gi, ' ')
    .replace(/[\s,–-]*\b(?:1[89]|20)\d{2}(?:\s*[-/–]\s*(?:1[89]|20)\d{2})?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = withoutPackaging(words)
  const calm = bare === bare.toUpperCase() && bare.includes(' ') ? bare.toLowerCase() : bare
  const long = calm.replace(/[\p{L}\p{N}]+/gu, word => LONG_FORMS[plain(word)] ?? word)
  return long.charAt(0).toUpperCase() + long.slice(1)
}

function withoutPackaging(words: string): string {
  const start = PACKAGING.exec(plain(words))?.[0].length ?? 0
  if (start === 0) return words
  const rest = words.slice(start)
  const glue = GLUE.exec(plain(rest))?.[0].length ?? 0
  const left = rest.slice(glue).trim()
  return left === '' ? words : left
}

/** « Horaires des autobus de la ville de Brive, 2018-2019 »: the thing, the town, the period. */
export function proposeTitle(about: Named): string {
  const thing = withoutTown(thingOf(about.title), about.town.name)
  const period = periodOf(about)
  return `${thing} de la ville ${ofTown(about.town.name)}${period === undefined ? '' : `, ${period}`}`
}

function withoutTown(thing: string, town: string): string {
  const [of, at] = [plain(ofTown(town)), plain(thing)]
  for (const tail of [` de la ville ${of}`, ` de la commune ${of}`, ` ${of}`, ` a ${plain(town)}`])
    if (at.endsWith(tail)) return thing.slice(0, -tail.length).trim()
  return thing
}

/** Lists of places speak of today, whatever the year each was built: beyond this, the period is the latest year. */
const LONG_YEARS = 5

export function periodOf({ coverage, sources }: Pick<Named, 'coverage' | 'sources'>): string | undefined {
  const received = sources
    .map(({ sentAt }) => sentAt.slice(0, 4))
    .sort()
    .at(-1)
  if (!coverage?.temporal) return received
  const [from, to] = [coverage.temporal.from.slice(0, 4), coverage.temporal.to.slice(0, 4)]
  if (from === to) return to
  if (Number(to) - Number(from) < LONG_YEARS) return `${from}-${to}`
  return received !== undefined && received > to ? received : to
}

/** What would make a title clearer to somebody who does not know the town hall; nothing when it is good. */
export function adviseTitle(title: string, about: Named): { sentence: string; take: string } | undefined {
  const faults = faultsOf(title, about)
  if (faults.length === 0) return undefined
  const own = proposeTitle({ ...about, title })
  // A short form that nobody knows stays one: the town's own name of the set says more.
  const take = shortForms(own, about.town.name).length === 0 ? own : proposeTitle(about)
  return { sentence: faults.join(' '), take }
}

function faultsOf(title: string, { town }: Named): string[] {
  const faults: string[] = []
  if (PACKAGING.test(plain(title.trim())))
    faults.push('Commencez par ce dont parlent les données : « Commerces… » plutôt que « Liste des commerces… ».')
  if (FILE.test(title)) faults.push('N’y mettez pas le nom d’un fichier.')
  const short = shortForms(title, town.name)
  if (short.length > 0) faults.push(`Écrivez en toutes lettres : ${short.map(word => `« ${word} »`).join(', ')}.`)
  if (!plain(title).includes(plain(town.name))) faults.push('Dites de quelle ville il s’agit.')
  if (!YEAR.test(title)) faults.push('Dites de quelle année, ou de quelles années.')
  if (title.length > 120) faults.push('Faites plus court : une ligne suffit.')
  return faults
}

/** « DAE », « asso. », « cars »: what only the service understands. */
function shortForms(title: string, town: string): string[] {
  const own = new Set(plain(town).split(/[^a-z]+/))
  return (title.match(/[\p{L}]+\.?/gu) ?? []).filter(word => {
    const key = plain(word).replace('.', '')
    if (own.has(key)) return false
    if (key in LONG_FORMS) return !QUIET.has(key)
    return /^\p{Lu}{2,5}$/u.test(word) && title !== title.toUpperCase() && !/^[IVXLC]+$/.test(word)
  })
}
