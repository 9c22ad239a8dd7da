/** A score that a town published, of the form of February 2021: eight questions of 0 to 4, as here, but not in the same words. */
export interface PublishedScore {
  readonly town: string
  readonly total: number
  readonly level?: 1 | 2 | 3 | 4
  readonly remark?: string
}

/** Those that were read where they were published, and no other. */
export const PUBLISHED_SCORES: readonly PublishedScore[] = [
  { town: 'Beauvais', total: 27 },
  {
    ...{ town: 'Épône', total: 16, level: 2 },
    remark: 'Son carnet imprime un total de 16 au-dessus de trois axes de 5, 2 et 7, dont la somme est 14.',
  },
  { town: 'Nézel', total: 14, level: 2 },
]

/** Towns that kept a diary that week, and how many of them met each difficulty. */
export const DIARIES = 19
export const PAINS: readonly { readonly towns: number; readonly pain: string; readonly help: string }[] = [
  {
    ...{ towns: 18, pain: 'Les agents ne savaient pas ce que sont les données ouvertes' },
    help: 'un parcours de dix minutes par rôle',
  },
  {
    ...{ towns: 18, pain: 'Il a fallu chercher une à une les cases obligatoires' },
    help: 'les questions vont à la bonne personne',
  },
  { towns: 17, pain: 'Réunir plusieurs listes a été difficile', help: 'la réunion est montrée avant d’être faite' },
  { towns: 16, pain: 'Des services n’ont pas répondu', help: 'des demandes avec relance, un lien sans compte' },
  { towns: 16, pain: 'Les adresses tombaient au mauvais endroit', help: 'aucun point hors de la commune' },
  { towns: 15, pain: 'Les listes étaient en PDF, en Word ou sur papier', help: 'Carnet en sort les tableaux' },
  { towns: 12, pain: 'Les données étaient chez d’autres', help: 'le courrier de demande est prêt' },
  { towns: 11, pain: 'Du travail a été perdu ou écrasé', help: 'rien n’est jamais remplacé' },
  { towns: 10, pain: 'L’accord des élus s’est fait attendre', help: 'un lien pour dire oui, et une relance' },
]
