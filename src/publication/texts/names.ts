/** The texts that a town may write, by name, with the title that the journal gives them. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['portail/mentions-legales', 'Mentions légales'],
  ['portail/accessibilite', 'Déclaration d’accessibilité'],
  ['portail/donnees-personnelles', 'Données personnelles'],
])

export const textTitle = (name: string): string | undefined => TITLES.get(name)
