import { headerWords } from './header.ts'

/** Words that a header may drop or add without meaning anything else. */
const STOP = new Set('de du des d la le les l un une en et a au aux the of ou par pour sur dans'.split(' '))

/** What towns and schemas write short, by the word that it stands for. Words are already lower case and without accents. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  nombre: ['nb', 'nbre', 'nbr', 'nbs', 'nombres', 'qte', 'quantite', 'effectif', 'count', 'number'],
  numero: ['num', 'no', 'nr', 'numeros'],
  adresse: ['adr', 'adrs', 'addr', 'address', 'adresses', 'localisation'],
  telephone: ['tel', 'tels', 'telephones', 'phone', 'fixe', 'portable', 'mobile', 'gsm'],
  courriel: ['mail', 'email', 'mel', 'mails', 'emails', 'courriels'],
  commune: ['com', 'ville', 'communes', 'town', 'city', 'municipalite', 'localite', 'municipality'],
  collectivite: ['coll', 'collectivites'],
  postal: ['post', 'postale'],
  insee: ['cog', 'codgeo'],
  voie: ['rue', 'street', 'voies', 'nomvoie'],
  horaire: ['horaires', 'heure', 'heures', 'ouverture', 'ouvertures', 'hours'],
  libelle: ['lib', 'label', 'intitule'],
  nom: ['name', 'denomination', 'raison', 'appellation', 'enseigne', 'designation', 'noms'],
  latitude: ['lat', 'ylat', 'latitudes', 'ycoord'],
  longitude: ['long', 'lon', 'lng', 'xlong', 'xlon', 'xcoord'],
  coordonnee: [
    'coord',
    'coords',
    'coordonnees',
    'coor',
    'coordonneesxy',
    'geo',
    'gps',
    'geopoint',
    'latlon',
    'lonlat',
    'geom',
  ],
  date: ['dt', 'dates', 'jour'],
  identifiant: ['id', 'ident', 'identifiants', 'uid'],
  reference: ['ref', 'references', 'refs'],
  observation: [
    'obs',
    'observations',
    'commentaire',
    'commentaires',
    'remarque',
    'remarques',
    'info',
    'infos',
    'note',
    'notes',
  ],
  site: ['web', 'www', 'website', 'url', 'lien', 'internet'],
  place: ['places', 'pl', 'emplacements', 'capacite'],
  annee: ['an', 'annees', 'year', 'exercice', 'millesime'],
  complement: ['complt', 'compl', 'cplt', 'complements'],
  type: ['types', 'categorie', 'nature', 'genre'],
  beneficiaire: ['benef', 'beneficiaires'],
  convention: ['conv', 'conventions'],
  maintenance: ['mnt', 'maint', 'entretien'],
  accessible: ['acces', 'accessibilite', 'pmr', 'handicap', 'handicape', 'handicapes'],
}

const LONG = new Map(Object.entries(SHORT).flatMap(([word, shorts]) => shorts.map(short => [short, word] as const)))

/** True for a word of the book: it is never taken for a misspelling of another (« altitude » is not « latitude »). */
export const isKnownWord = (word: string): boolean => LONG.has(word) || word in SHORT || OTHERS.has(word)
const OTHERS = new Set([
  'altitude',
  'latitude',
  'longitude',
  'longueur',
  'largeur',
  'hauteur',
  'date',
  'data',
  'motif',
  'note',
  'code',
  'montant',
  'prix',
  'taux',
  'total',
])

/** The words that carry the meaning of a header, abbreviations written long, plurals cut, order kept. « circonference (en cm) » loses its unit. */
export function meaningWords(name: string): string[] {
  const bare = name.replace(/\((?:en |in )?[^)]{1,12}\)/gi, ' ')
  const words = headerWords(/\p{L}/u.test(bare) ? bare : name).flatMap(splitDigits)
  const kept = words.filter(word => !STOP.has(word))
  return (kept.length ? kept : words).map(word => LONG.get(word) ?? singular(word))
}

const splitDigits = (word: string): string[] => word.split(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L}{2})/u)

const singular = (word: string): string => {
  if (word.length < 4 || /(?:ss|us|is|os|as)$/.test(word)) return word
  const one = word.replace(/(?<=eau|ieu|jeu|feu)x$|s$/, '')
  return LONG.get(one) ?? one
}
