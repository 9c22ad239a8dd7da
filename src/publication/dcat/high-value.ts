import { type Described, french, type Name, type Said, thing } from './graph.ts'

/**
 * High-value data sets: Commission Implementing Regulation (EU) 2023/138, annex.
 *
 * A short list, on purpose. Point 6.1 (mobility) takes the transport networks of INSPIRE (Directive 2007/2/EC, annex I, theme 7), where level
 * crossings are nodes of the railway (data specification D2.8.I.7, `RailwayNode`, form `levelCrossing`). What a town counts or lists besides is not
 * there: point 4 (statistics) takes the tables of European regulations that national institutes make, not a town's counts of first names; point 5
 * (companies) takes the registers of firms, not a town's list of shops; point 1 (geospatial) takes addresses, buildings and parcels, not a list of
 * halls; parking, charging points and car-sharing places are in no theme of INSPIRE.
 */
const CATEGORIES = { mobility: { iri: 'http://data.europa.eu/bna/c_b79e35eb', label: 'Mobilité' } } as const
const BY_MODEL: Readonly<Record<string, keyof typeof CATEGORIES>> = { 'schema-passage-a-niveau': 'mobility' }

const REGULATION = thing('http://data.europa.eu/eli/reg_impl/2023/138/oj', 'eli:LegalResource')

const categoryOf = (model: string): Described | undefined => {
  const category = BY_MODEL[model]
  if (!category) return undefined
  const { iri, label } = CATEGORIES[category]
  return thing(iri, 'skos:Concept', [['skos:prefLabel', french(label)]])
}

/** What is said of a set, or of a service that serves such sets. */
export function highValue(models: readonly string[]): readonly (readonly [Name, Said])[] {
  const categories = models.flatMap(model => categoryOf(model) ?? [])
  return categories.length === 0
    ? []
    : [
        ['dcatap:applicableLegislation', REGULATION],
        ['dcatap:hvdCategory', categories],
      ]
}

/** What is said of each of its files. */
export const legislation = (model: string): readonly (readonly [Name, Said])[] =>
  model in BY_MODEL ? [['dcatap:applicableLegislation', REGULATION]] : []
