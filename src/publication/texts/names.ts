import { PIECES } from '../kit/pieces.ts'

/** The texts that a town may write, by name, with the title that the journal gives them. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['portail/mentions-legales', 'Mentions légales'],
  ['portail/accessibilite', 'Déclaration d’accessibilité'],
  ['portail/donnees-personnelles', 'Données personnelles'],
  ...PIECES.map(({ name, title }) => [`kit/${name}`, title] as const),
])

export const textTitle = (name: string): string | undefined => TITLES.get(name)
