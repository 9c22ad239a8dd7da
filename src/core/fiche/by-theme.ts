import type { Frequency } from './fiche.ts'

/** What the catalogue's themes give to a fiche: whom the data may serve, words to find it by, and how often towns usually bring it up to date. */
export interface ThemeWords {
  readonly uses: string
  readonly keywords: readonly string[]
  readonly frequency: Frequency
}

/** By the theme's own name in the catalogue. */
export const BY_THEME: Readonly<Record<string, ThemeWords>> = {
  deliberations: {
    uses: 'Retrouver une décision du conseil ; suivre un sujet dans le temps ; travail des associations et des journalistes.',
    keywords: ['délibérations', 'conseil municipal', 'vie démocratique'],
    frequency: 'quarterly',
  },
  dae: {
    uses: 'Trouver le défibrillateur le plus proche ; applications de premiers secours ; savoir où il en manque ; suivi de l’entretien.',
    keywords: ['défibrillateurs', 'DAE', 'santé', 'secours'],
    frequency: 'annual',
  },
  subventions: {
    uses: 'Savoir quelles associations la commune soutient et pour quoi ; comparer d’une année à l’autre.',
    keywords: ['subventions', 'associations', 'finances'],
    frequency: 'annual',
  },
  budget: {
    uses: 'Comprendre d’où vient l’argent de la commune et à quoi il sert ; graphiques ; comparaison avec d’autres communes.',
    keywords: ['budget', 'finances', 'comptes'],
    frequency: 'annual',
  },
  irve: {
    uses: 'Trouver où recharger sa voiture ; cartes et applications de déplacement ; savoir où il manque des bornes.',
    keywords: ['bornes de recharge', 'véhicules électriques', 'mobilité'],
    frequency: 'annual',
  },
  stationnement: {
    uses: 'Trouver où se garer ; cartes et calculateurs d’itinéraire ; organiser le stationnement.',
    keywords: ['stationnement', 'parkings', 'mobilité'],
    frequency: 'annual',
  },
  equipements: {
    uses: 'Trouver une salle, une école ou un terrain ; plan de la ville ; organiser une activité.',
    keywords: ['équipements', 'écoles', 'salles', 'sport'],
    frequency: 'annual',
  },
  prenoms: {
    uses: 'Découvrir les prénoms donnés dans l’année ; comparer les époques.',
    keywords: ['prénoms', 'naissances', 'état civil'],
    frequency: 'annual',
  },
  menus: {
    uses: 'Lire les menus à l’avance ; repérer les allergènes ; suivre la part du bio et du local.',
    keywords: ['cantine', 'menus', 'restauration scolaire'],
    frequency: 'monthly',
  },
  catalogue: {
    uses: 'Voir d’un coup d’œil ce que la commune publie ; portails qui rassemblent les catalogues.',
    keywords: ['catalogue', 'données ouvertes'],
    frequency: 'annual',
  },
  'horaires-administrations': {
    uses: 'Savoir quand un service est ouvert ; annuaires et assistants ; affichage dans la ville.',
    keywords: ['horaires', 'services publics', 'mairie'],
    frequency: 'semiannual',
  },
  'etat-civil': {
    uses: 'Suivre naissances, mariages et décès d’année en année ; prévoir les besoins des écoles et des services.',
    keywords: ['état civil', 'naissances', 'mariages', 'décès'],
    frequency: 'annual',
  },
  covoiturage: {
    uses: 'Trouver où se donner rendez-vous ; applications de covoiturage ; organiser les déplacements.',
    keywords: ['covoiturage', 'mobilité', 'déplacements'],
    frequency: 'annual',
  },
  marches: {
    uses: 'Savoir où la commune publie ses marchés et comment elle rémunère ; travail des entreprises et des journalistes.',
    keywords: ['marchés publics', 'rémunérations', 'transparence'],
    frequency: 'annual',
  },
  permis: {
    uses: 'Suivre ce qui se construit ; études sur le logement ; information des riverains.',
    keywords: ['urbanisme', 'permis de construire', 'logement'],
    frequency: 'monthly',
  },
  commerces: {
    uses: 'Trouver un commerce ouvert ; carte et annuaire en ligne ; soutenir le commerce de proximité ; connaître l’offre par quartier.',
    keywords: ['commerces', 'horaires', 'économie locale'],
    frequency: 'annual',
  },
  arbres: {
    uses: 'Découvrir les arbres de sa rue ; suivre leur entretien ; études sur l’ombre et la chaleur.',
    keywords: ['arbres', 'nature', 'environnement'],
    frequency: 'annual',
  },
  'espaces-verts': {
    uses: 'Trouver un parc ou une aire de jeux ; cartes de promenade ; études sur l’ombre et la fraîcheur.',
    keywords: ['espaces verts', 'parcs', 'environnement'],
    frequency: 'annual',
  },
  'petite-enfance': {
    uses: 'Trouver un mode de garde près de chez soi ; informer les familles qui arrivent ; prévoir les places.',
    keywords: ['petite enfance', 'crèches', 'familles'],
    frequency: 'annual',
  },
  associations: {
    uses: 'Trouver une activité ; annuaire en ligne ; faire se rencontrer les associations.',
    keywords: ['associations', 'vie locale'],
    frequency: 'annual',
  },
  dechets: {
    uses: 'Savoir où porter verre, textile et encombrants ; applications de tri ; organiser la collecte.',
    keywords: ['déchets', 'tri', 'environnement'],
    frequency: 'annual',
  },
  prets: {
    uses: 'Découvrir les livres les plus empruntés ; idées de lecture ; études sur les lectures.',
    keywords: ['bibliothèque', 'livres', 'culture'],
    frequency: 'annual',
  },
  monuments: {
    uses: 'Préparer une visite ; cartes et circuits de découverte ; travail des écoles ; suivi de l’entretien du patrimoine.',
    keywords: ['patrimoine', 'monuments', 'tourisme', 'culture'],
    frequency: 'irregular',
  },
  eclairage: {
    uses: 'Signaler une lampe en panne ; suivre la consommation d’énergie ; études sur la nuit.',
    keywords: ['éclairage public', 'énergie'],
    frequency: 'annual',
  },
  eau: {
    uses: 'Trouver où remplir sa gourde ; cartes de promenade ; travail des secours.',
    keywords: ['eau', 'fontaines', 'secours'],
    frequency: 'annual',
  },
  'mediation-num': {
    uses: 'Trouver de l’aide pour une démarche en ligne ; orienter les habitants.',
    keywords: ['numérique', 'accompagnement', 'démarches'],
    frequency: 'semiannual',
  },
  accessibilite: {
    uses: 'Savoir si un lieu convient avant de s’y rendre ; applications d’accessibilité et de déplacement ; choisir les travaux à faire.',
    keywords: ['accessibilité', 'déplacements', 'handicap'],
    frequency: 'annual',
  },
  velo: {
    uses: 'Trouver où attacher son vélo ; cartes et calculateurs d’itinéraire ; savoir où il manque des places.',
    keywords: ['vélo', 'stationnement', 'mobilité'],
    frequency: 'annual',
  },
}
