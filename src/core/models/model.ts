/**
 * A model (modèle): a Table Schema (v1 or v2) once its traps are swallowed, with a theme, meanings, examples and synonyms.
 * Facts of national schemas are kept byte for byte in `models/ID/schema.json`; what Carnet adds is in `models/ID/carnet.json`.
 */
export interface Model {
  /** Folder name in the national registry, or `carnet-…`. */
  readonly id: string
  readonly alias?: string
  readonly version: string
  readonly title: string
  readonly description: string
  readonly kind: 'national' | 'carnet' | 'foreign'
  /** Number in the theme catalogue, when it belongs to one. */
  readonly theme?: number
  readonly fields: readonly Field[]
  readonly primaryKey: readonly string[]
  /** Table Schema v2: groups of columns whose values together are met once. */
  readonly uniqueKeys: readonly (readonly string[])[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly missingValues: readonly string[]
  /** Table Schema v2 `fieldsMatch`; Validata's behaviour (`schema_sync`) when the schema does not say. */
  readonly fieldsMatch: 'sync' | 'exact' | 'equal' | 'subset' | 'superset' | 'partial'
  readonly customChecks: readonly CustomCheck[]
  /** What could not be understood in the schema itself, each a French sentence: reported, never skipped in silence. */
  readonly remarks: readonly string[]
  /** The rule for generated identifiers, if the model has one: `{insee}-P-{number:3}`. */
  readonly idRule?: { readonly field: string; readonly pattern: string }
}

export interface Field {
  readonly name: string
  readonly title?: string
  readonly description?: string
  /** Plain French, ours: what to write in this column. */
  readonly meaning?: string
  readonly examples: readonly string[]
  /** Other names that towns give to this column, without the field's own name and title. */
  readonly synonyms: readonly string[]
  /** Other writings that people have for the values of the field's list, by value. */
  readonly valueSynonyms?: Readonly<Record<string, readonly string[]>>
  /** What the values are, beyond the schema's type: steers proposals and Carnet's own checks. */
  readonly role?: Role
  readonly type: FieldType
  readonly format: string
  readonly constraints: Constraints
  /** Rules that the schema misspells or misplaces: Validata does not see them, so breaking one is a warning, never an error. */
  readonly misplaced?: readonly (keyof Constraints)[]
  readonly missingValues?: readonly string[]
  readonly trueValues: readonly string[]
  readonly falseValues: readonly string[]
  readonly decimalChar: string
  readonly groupChar: string
  readonly bareNumber: boolean
  /** Of `array` and `list` fields: the item's own field. */
  readonly arrayItem?: Field
  readonly delimiter?: string
  readonly itemType?: FieldType
  readonly categories?: readonly string[]
}

export type FieldType =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'year'
  | 'yearmonth'
  | 'duration'
  | 'geopoint'
  | 'geojson'
  | 'array'
  | 'object'
  | 'list'
  | 'any'

export type Role =
  | 'id'
  | 'name'
  | 'insee'
  | 'postcode'
  | 'town'
  | 'siren'
  | 'siret'
  | 'rna'
  | 'phone'
  | 'email'
  | 'url'
  | 'street'
  | 'house-number'
  | 'address'
  | 'latitude'
  | 'longitude'
  | 'lonlat'
  | 'hours'
  | 'date'
  | 'amount'
  | 'century'
  | 'count'
  | 'year'
  | 'free-text'

export interface Constraints {
  readonly required?: boolean
  readonly unique?: boolean
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
  /** As written in the schema, compared after conversion to the field's type. */
  readonly minimum?: string
  readonly maximum?: string
  readonly exclusiveMinimum?: string
  readonly exclusiveMaximum?: string
  readonly jsonSchema?: unknown
}

export interface ForeignKey {
  readonly fields: readonly string[]
  readonly resource: string
  readonly referenceFields: readonly string[]
}

export interface CustomCheck {
  /** Registry name, with hyphens: `french-siret-value`. Unknown names are kept and reported. */
  readonly name: string
  readonly params: Readonly<Record<string, unknown>>
}

/** What the town knows of itself: fills constants, judges what is far away. */
export interface Town {
  readonly insee: string
  readonly name: string
  readonly postcodes: readonly string[]
  readonly siren?: string
  readonly siret?: string
  readonly department?: string
  readonly population?: number
  /** [west, south, east, north] in WGS84 degrees, when known. */
  readonly box?: readonly [number, number, number, number]
}
