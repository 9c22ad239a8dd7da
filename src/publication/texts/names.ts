import { AWARENESS_TEXTS } from '../../contract/awareness.ts'
import { frenchDay } from '../../core/fiche/day.ts'
import { PIECES } from '../kit/pieces.ts'

/** The texts that a town may write, by name, with the title that the journal gives them. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['portail/mentions-legales', 'Mentions légales'],
  ['portail/accessibilite', 'Déclaration d’accessibilité'],
  ['portail/donnees-personnelles', 'Données personnelles'],
  ...PIECES.map(({ name, title }) => [`kit/${name}`, title] as const),
  ...AWARENESS_TEXTS.map(({ name, title }) => [`sensibiliser/${name}`, title] as const),
])

export const textTitle = (name: string): string | undefined => TITLES.get(name) ?? logbookTitle(name)

/** What somebody writes by hand of a day: « Carnet de bord du 2 mars 2026 ». */
function logbookTitle(name: string): string | undefined {
  const day = /^carnet-de-bord\/(\d{4}-\d{2}-\d{2})$/.exec(name)?.[1]
  return day !== undefined && isDay(day) ? `Carnet de bord du ${frenchDay(day)}` : undefined
}

const isDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(`${day}T12:00:00Z`)) && new Date(`${day}T12:00:00Z`).toISOString().startsWith(day)
