import type { Detector, Hit } from '../hit.ts'
import { type ColumnView, shareOf, some, type TableView } from '../view.ts'

const BIRTH =
  /\b(?:(?:date|dt|annee|an|jour|mois) (?:de )?naiss(?:ance)?|naissance|ne(?:e)?(?: e)? (?:le|en)|ddn|dn|d naiss|dt nais|dtnais|dat nais|date nais|birth ?date|birth|date of birth|dob)\b/
const AGE = /^(?:ages?|age (?:de l |du |de la |des )?\p{L}+|age en annees)$/u
const NOT_BIRTH =
  /\b(?:nombre|nb|nbre|lieu|ville|commune|pays|departement|code|nom|acte|numero|total|taux|minimum|maximum|min|max|moyen|moyenne|tranche|prime|conge|rang|liste|reconnaissance|jeune)\b/

const DATE = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))(?!\d)/
const YEAR = /^(?:19|20)\d{2}$/
const WORDS = /^\d{1,2}(?:er)? \p{L}{3,9}\.? \d{4}$/u
const COMPACT = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const isDay = (text: string): boolean => DATE.test(text) || WORDS.test(text.trim()) || COMPACT.test(text.trim())
const isAge = (text: string): boolean => /^(?:\d{1,2}|1[01]\d)(?:[.,]\d)?(?: ?ans?)?$/.test(text.trim())

export const birth: Detector = (column, table) =>
  byHeader(column, table) ?? byAge(column, table) ?? besideNames(column, table)

function byHeader(column: ColumnView, { about }: TableView): Hit | undefined {
  const { header } = column
  if (!BIRTH.test(header) || NOT_BIRTH.test(header) || about.works) return undefined
  const day = some(column, isDay)
  const holds = day ? isDay : (text: string) => YEAR.test(text.trim())
  return !some(column, holds) ? undefined : hit(column, day ? 'direct' : 'indirect', holds)
}

function byAge(column: ColumnView, { about }: TableView): Hit | undefined {
  if (!AGE.test(column.header) || NOT_BIRTH.test(column.header)) return undefined
  if (about.things || (!about.people && (about.works || about.firms))) return undefined
  return shareOf(column, isAge) < 0.6 ? undefined : hit(column, about.people ? 'indirect' : 'look', isAge)
}

const OTHER_DATE =
  /\b(?:deces|deced|mort|achat|inscription|depot|mariage|union|pacs|demande|entree|sortie|fin|debut|creation|maj|mise a jour|modification|arrivee|depart|embauche|recrutement|nomination|rdv|visite|controle|echeance|attribution|concession|expiration|validite|delivrance|obtention|election|mandat|dossier|adhesion|contrat|bail|permis|facture|paiement|versement|decision|acte|parution|pose|construction|ouverture|fermeture|du|au|le)\b/
/** Days of a whole century beside first names: no other date spreads so. */
function besideNames(column: ColumnView, { about }: TableView): Hit | undefined {
  if (!about.people || about.things || about.works || about.elected || OTHER_DATE.test(column.header)) return undefined
  if (shareOf(column, isDay) < 0.8) return undefined
  const years = [...column.counts.keys()]
    .flatMap(text => Number(/(?:19|20)\d{2}/.exec(text)?.[0] ?? Number.NaN))
    .filter(year => !Number.isNaN(year))
  return years.length > 0 && Math.max(...years) - Math.min(...years) > 25 ? hit(column, 'direct', isDay) : undefined
}

const hit = (column: ColumnView, level: Hit['level'], holds: (text: string) => boolean): Hit => ({
  kind: 'birth-date',
  level,
  column,
  holds,
  say: cells =>
    `« ${column.name} » dit la naissance ou l’âge de personnes (${cells}) : avec une commune et un métier, cela suffit souvent à reconnaître quelqu’un ; Carnet vous conseille de garder ${level === 'direct' ? 'l’année seule' : 'une tranche de dix ans'}.`,
  answers: ['generalise', 'drop', 'keep', 'ask'],
  generalise: level === 'direct' ? yearOf : bandOf,
  generalised:
    level === 'direct'
      ? `Dans « ${column.name} », seule l’année de naissance a été gardée.`
      : `Dans « ${column.name} », les âges ou les années sont donnés par tranche de dix ans.`,
})

/** « 12/03/1984 » gives « 1984 »; two figures are the century that makes somebody alive: their year alone would mislead. */
export function yearOf(text: string): string {
  if (COMPACT.test(text.trim())) return text.trim().slice(0, 4)
  const year = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/.exec(text)?.[0]
  return year ?? (isDay(text) ? '' : text)
}

/** « 37 » gives « 30-39 ans », « 1984 » gives « 1980-1989 ». */
export function bandOf(text: string): string {
  const line = text.trim()
  if (YEAR.test(line)) return `${line.slice(0, 3)}0-${line.slice(0, 3)}9`
  if (!isAge(line)) return text
  const from = Math.floor(Number.parseInt(line, 10) / 10) * 10
  return `${from}-${from + 9} ans`
}
