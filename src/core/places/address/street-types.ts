/**
 * Words that open the name of a street, with the ways in which files shorten them. Words are lower case and without accents.
 * `spelling`: the word as French writes it, when it is more than its plain letters.
 */
interface StreetType {
  readonly short: readonly string[]
  readonly spelling?: string
  /** Opens the name of a place as often as that of a street: « Résidence Les Lilas, 12 rue … ». */
  readonly place?: true
}

const TYPES: Readonly<Record<string, StreetType>> = {
  allee: { short: ['all', 'alle', 'allees'], spelling: 'allée' },
  avenue: { short: ['av', 'ave', 'aven', 'avn'] },
  boulevard: { short: ['bd', 'bld', 'bvd', 'boul', 'blvd', 'boulv'] },
  carrefour: { short: ['car', 'carr', 'crf'] },
  chaussee: { short: ['chs', 'chau'], spelling: 'chaussée' },
  chemin: { short: ['ch', 'che', 'chem', 'chm', 'chmn'] },
  cheminement: { short: ['chmt'] },
  cour: { short: [] },
  cours: { short: ['crs'] },
  esplanade: { short: ['esp', 'espl'] },
  faubourg: { short: ['fg', 'fbg', 'faub'] },
  impasse: { short: ['imp', 'impas'] },
  mail: { short: [] },
  montee: { short: ['mte'], spelling: 'montée' },
  parvis: { short: ['prv'] },
  passage: { short: ['pas', 'pass', 'psg', 'pge'] },
  place: { short: ['pl', 'plc', 'plce'] },
  placette: { short: ['plt'] },
  pont: { short: [] },
  promenade: { short: ['prom'] },
  quai: { short: ['qu', 'q'] },
  'rond point': { short: ['rpt'], spelling: 'rond-point' },
  route: { short: ['rte', 'rt'] },
  rue: { short: ['r', 'ru'] },
  ruelle: { short: ['rle', 'rlle'] },
  sente: { short: ['sen'] },
  sentier: { short: ['snt', 'sent'] },
  square: { short: ['sq', 'sqr'] },
  traverse: { short: ['tra', 'trav'] },
  venelle: { short: ['ven'] },
  villa: { short: [] },
  voie: { short: ['voi'] },
  cite: { short: [], spelling: 'cité', place: true },
  clos: { short: [], place: true },
  domaine: { short: ['dom'], place: true },
  ferme: { short: [], place: true },
  galerie: { short: [], place: true },
  hameau: { short: ['ham', 'hme'], place: true },
  lotissement: { short: ['lot'], place: true },
  parc: { short: [], place: true },
  quartier: { short: ['qua', 'quart'], place: true },
  residence: { short: ['res', 'resid'], spelling: 'résidence', place: true },
  'zone artisanale': { short: ['za'], place: true },
  'zone industrielle': { short: ['zi'], place: true },
  'zone activite': { short: ['zae'], spelling: "zone d'activités", place: true },
  'zone amenagement concerte': { short: ['zac'], spelling: "zone d'aménagement concerté", place: true },
}

const BY_WORD = new Map(
  Object.entries(TYPES).flatMap(([word, { short }]) => [word, ...short].map(form => [form, word] as const)),
)

/** The whole word for one that opens a street's name (« bd », « boulevard »); undefined for any other. */
export const streetType = (word: string): string | undefined => BY_WORD.get(word)

/** How French writes it: « allee » gives « allée ». */
export const typeSpelling = (word: string): string => TYPES[word]?.spelling ?? word

/** True for rue, avenue…; false for what may as well open the name of a place. */
export const isStreetOnly = (word: string): boolean => word in TYPES && TYPES[word]?.place !== true

/** The whole words, as they are written without accents, that a test accepts. */
export const typesLike = (accepts: (word: string) => boolean): string[] => Object.keys(TYPES).filter(accepts)
