import type { Constraints, Field, FieldType, Role } from './model.ts'

/** What a column holds, in the words of somebody who has never read a schema. What is not text is checked; the rest is said to whoever fills. */
export const PLAIN_TYPES = [
  'text',
  'name',
  'id',
  'integer',
  'decimal',
  'date',
  'year',
  'yes-no',
  'choice',
  'hours',
  'phone',
  'email',
  'url',
  'address',
  'postcode',
  'town',
  'insee',
  'siret',
  'position',
  'latitude',
  'longitude',
] as const
export type PlainType = (typeof PLAIN_TYPES)[number]

/** What a plain type is in a Table Schema. */
export interface PlainMeaning {
  /** As a person chooses it. */
  readonly label: string
  /** One sentence: what is expected in the cells. */
  readonly meaning: string
  readonly type: FieldType
  readonly format?: string
  readonly role?: Role
  readonly pattern?: string
  /** Shown when the sheet gives none, and instead of what belongs to somebody. */
  readonly example: string
}

export const PLAIN_MEANINGS: Readonly<Record<PlainType, PlainMeaning>> = {
  text: { label: 'texte', meaning: 'Quelques mots, écrits librement.', type: 'string', example: 'Accès par la cour' },
  name: {
    label: 'nom (ce qui désigne la ligne)',
    meaning: 'Le nom que les habitants connaissent.',
    type: 'string',
    role: 'name',
    example: 'Square des Tilleuls',
  },
  id: {
    label: 'identifiant',
    meaning: 'Un code donné une seule fois, qui ne change jamais.',
    type: 'string',
    role: 'id',
    example: 'A-001',
  },
  integer: { label: 'nombre entier', meaning: 'Des chiffres seulement.', type: 'integer', example: '12' },
  decimal: {
    label: 'nombre à virgule',
    meaning: 'Un nombre ; les décimales viennent après un point.',
    type: 'number',
    example: '12.5',
  },
  date: { label: 'date', meaning: 'Un jour, un mois et une année.', type: 'date', role: 'date', example: '2026-03-15' },
  year: { label: 'année', meaning: 'Une année en quatre chiffres.', type: 'year', role: 'year', example: '2026' },
  'yes-no': { label: 'oui ou non', meaning: 'oui ou non.', type: 'boolean', example: 'oui' },
  choice: { label: 'une valeur dans une liste', meaning: 'Une valeur de la liste.', type: 'string', example: '' },
  hours: {
    label: 'horaires',
    meaning: 'Les jours et les heures d’ouverture. Vous pouvez les écrire en français.',
    type: 'string',
    role: 'hours',
    example: 'Mo-Fr 09:00-12:00,14:00-17:00',
  },
  phone: {
    label: 'téléphone',
    meaning: 'Un numéro public, jamais le numéro personnel de quelqu’un.',
    type: 'string',
    role: 'phone',
    example: '+33 1 99 00 27 37',
  },
  email: {
    label: 'courriel',
    meaning: 'Une adresse électronique publique, jamais celle d’une personne.',
    type: 'string',
    format: 'email',
    role: 'email',
    example: 'accueil@exemple.fr',
  },
  url: {
    label: 'page internet',
    meaning: 'L’adresse complète de la page, qui commence par https://.',
    type: 'string',
    format: 'uri',
    role: 'url',
    example: 'https://www.exemple.fr',
  },
  address: {
    label: 'adresse',
    meaning: 'Le numéro et le nom de la rue.',
    type: 'string',
    role: 'address',
    example: '12 rue des Lilas',
  },
  postcode: {
    label: 'code postal',
    meaning: 'Cinq chiffres, avec le zéro du début.',
    type: 'string',
    role: 'postcode',
    pattern: '^\\d{5}$',
    example: '78680',
  },
  town: { label: 'commune', meaning: 'Le nom officiel de la commune.', type: 'string', role: 'town', example: 'Épône' },
  insee: {
    label: 'code INSEE de la commune',
    meaning: 'Les cinq caractères du code INSEE, qui n’est pas le code postal.',
    type: 'string',
    role: 'insee',
    pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$',
    example: '78217',
  },
  siret: {
    label: 'SIRET',
    meaning: 'Les 14 chiffres de l’établissement.',
    type: 'string',
    role: 'siret',
    pattern: '^\\d{14}$',
    example: '21780217200015',
  },
  position: {
    label: 'position sur la carte',
    meaning: 'La longitude puis la latitude. Carnet les trouve depuis une adresse ou une carte.',
    type: 'geopoint',
    role: 'lonlat',
    example: '1.8135, 48.9537',
  },
  latitude: {
    label: 'latitude',
    meaning: 'La latitude en degrés, avec un point.',
    type: 'number',
    role: 'latitude',
    example: '48.9553',
  },
  longitude: {
    label: 'longitude',
    meaning: 'La longitude en degrés, avec un point.',
    type: 'number',
    role: 'longitude',
    example: '1.8217',
  },
}

/** The plain type that says the most of a field: its role first, then its type; what has no plain word is text. */
export function plainTypeOf(field: Field): PlainType {
  if (hasList(field.constraints) && field.type === 'string') return 'choice'
  const byRole = PLAIN_TYPES.find(plain => {
    const { role, type } = PLAIN_MEANINGS[plain]
    return role !== undefined && role === field.role && type === field.type
  })
  return byRole ?? BY_TYPE[field.type] ?? byFormat(field.format) ?? 'text'
}

const hasList = ({ enum: values }: Constraints): boolean => values !== undefined && values.length > 0
const byFormat = (format: string): PlainType | undefined =>
  format === 'email' ? 'email' : format === 'uri' ? 'url' : undefined

const BY_TYPE: Readonly<Partial<Record<FieldType, PlainType>>> = {
  integer: 'integer',
  number: 'decimal',
  date: 'date',
  year: 'year',
  boolean: 'yes-no',
  geopoint: 'position',
}
