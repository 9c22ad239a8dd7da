import { type Described, french, thing } from './graph.ts'
import { authority } from './vocabulary.ts'

const LABELS = {
  ECON: 'Économie et finances',
  EDUC: 'Éducation, culture et sport',
  ENER: 'Énergie',
  ENVI: 'Environnement',
  GOVE: 'Gouvernement et secteur public',
  HEAL: 'Santé',
  JUST: 'Justice, système juridique et sécurité publique',
  REGI: 'Régions et villes',
  SOCI: 'Population et société',
  TECH: 'Science et technologie',
  TRAN: 'Transports',
} as const
type Code = keyof typeof LABELS

/** EU authority table `data-theme`, by the slug of the catalogue of themes. */
const THEMES: Readonly<Record<string, readonly Code[]>> = {
  deliberations: ['GOVE'],
  dae: ['HEAL'],
  subventions: ['GOVE', 'ECON'],
  budget: ['GOVE', 'ECON'],
  irve: ['TRAN', 'ENER'],
  stationnement: ['TRAN'],
  equipements: ['EDUC'],
  prenoms: ['SOCI'],
  menus: ['EDUC', 'HEAL'],
  catalogue: ['GOVE'],
  'horaires-administrations': ['GOVE'],
  'etat-civil': ['SOCI'],
  covoiturage: ['TRAN'],
  marches: ['GOVE', 'ECON'],
  permis: ['REGI'],
  commerces: ['ECON'],
  arbres: ['ENVI'],
  'espaces-verts': ['ENVI'],
  'petite-enfance': ['EDUC', 'SOCI'],
  associations: ['SOCI'],
  dechets: ['ENVI'],
  prets: ['EDUC'],
  monuments: ['EDUC'],
  eclairage: ['ENER', 'REGI'],
  eau: ['ENVI'],
  'mediation-num': ['SOCI', 'TECH'],
  accessibilite: ['TRAN', 'SOCI'],
  velo: ['TRAN'],
}

/** A theme that a town made is of towns, and nothing more is known of it. */
export const euThemes = (slug: string | undefined): Described[] =>
  ((slug !== undefined && THEMES[slug]) || (['REGI'] as const)).map(code =>
    thing(authority('data-theme', code), 'skos:Concept', [['skos:prefLabel', french(LABELS[code])]]),
  )

/** Themes that have a place here: a test holds them against the catalogue of themes. */
export const KNOWN_THEMES: readonly string[] = Object.keys(THEMES)

export const EU_THEMES = thing('http://publications.europa.eu/resource/authority/data-theme', 'skos:ConceptScheme', [
  ['dct:title', french('Thèmes de données')],
])
