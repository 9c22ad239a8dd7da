import type { LinkScope, Role } from '../../../../src/contract/people.ts'

/** Roles as a person would say them. */
export const ROLE_WORDS: Record<Role, { readonly title: string; readonly meaning: string }> = {
  referent: {
    title: 'Référent',
    meaning: 'Mène le travail : prépare les données, invite les autres, règle la commune.',
  },
  agent: { title: 'Agent', meaning: 'Prépare les données de son service : dépose, corrige, complète.' },
  approver: { title: 'Valideur', meaning: 'Élu ou direction : lit, puis dit oui ou non avant la publication.' },
  coach: { title: 'Accompagnant', meaning: 'Suit l’avancement et conseille, sans rien changer.' },
  reader: { title: 'Lecteur', meaning: 'Regarde, sans rien changer.' },
}

/** What each kind of link opens. */
export const LINK_WORDS: Record<LinkScope['type'], { readonly title: string; readonly meaning: string }> = {
  fill: {
    title: 'Ajouter des lignes',
    meaning: 'Un formulaire, utilisable sur un téléphone, pour les colonnes choisies.',
  },
  complete: {
    title: 'Répondre aux questions',
    meaning: 'Les cases vides ou à vérifier des colonnes choisies, une par une.',
  },
  approve: { title: 'Relire et approuver', meaning: 'Lire le jeu, puis répondre oui, non, ou laisser une remarque.' },
  send: { title: 'Donner un fichier', meaning: 'Déposer le fichier tenu, ou dire qui le tient.' },
  read: { title: 'Regarder', meaning: 'Lire le jeu, rien de plus.' },
}
