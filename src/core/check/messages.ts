import type { Field } from '../models/model.ts'
import { anyOf, quoted } from '../values/quoted.ts'

/** Sentences about one cell: what was read, what was expected, an example of the model when it has one. */
export const sentence = (text: string, expected: string, field: Field): string =>
  `J'ai lu ${quoted(text)}${spaces(text)} : ${expected}.${example(field, text)}`

/** A space at either end is not seen: it is said. */
const spaces = (text: string): string => (text !== text.trim() ? ', avec un espace au début ou à la fin' : '')

/** An example of the model or, when it has none, what it says to write there. */
function example({ examples, meaning }: Field, text: string): string {
  const first = examples.find(one => one !== '' && one !== text && one.length <= 80)
  if (first !== undefined) return ` Exemple : ${first}`
  return meaning && meaning.length <= 200 ? ` On y écrit : ${meaning}` : ''
}

export const missingValue = (field: Field): string =>
  `Cette cellule est vide : une valeur est obligatoire dans la colonne « ${field.name} ».${example(field, '')}`

/** What a value of this type looks like. */
export function expectedType(field: Field, text: string): string {
  switch (field.type) {
    case 'date':
    case 'datetime':
    case 'time':
      return expectedMoment(field)
    case 'number':
      return text.includes(',') && field.decimalChar === '.'
        ? "j'attendais un nombre avec un point au lieu de la virgule, par exemple 12.5"
        : `j'attendais un nombre, avec des chiffres et ${field.decimalChar === '.' ? 'un point' : `« ${field.decimalChar} »`} pour les décimales`
    case 'integer':
      return "j'attendais un nombre entier, avec des chiffres seulement"
    case 'boolean':
      return `j'attendais ${anyOf([...field.trueValues.slice(0, 1), ...field.falseValues.slice(0, 1)].map(value => `« ${value} »`))}`
    case 'year':
      return "j'attendais une année en quatre chiffres, par exemple 2026"
    case 'yearmonth':
      return "j'attendais une année et un mois, par exemple 2026-03"
    case 'duration':
      return "j'attendais une durée, par exemple P1D pour un jour ou PT2H pour deux heures"
    case 'geopoint':
      return expectedPoint(field.format)
    case 'geojson':
      return "j'attendais une forme géographique (GeoJSON)"
    case 'array':
      return 'j\'attendais une liste entre crochets, par exemple ["un", "deux"]'
    case 'object':
      return 'j\'attendais un objet entre accolades, par exemple {"nom": "valeur"}'
    case 'string':
      return expectedText(field.format)
    case 'list':
      return `j'attendais une liste séparée par « ${field.delimiter ?? ','} »`
    case 'any':
      return "j'attendais une autre valeur"
  }
}

const MOMENTS = { date: 'une date', datetime: 'une date et une heure', time: 'une heure' } as const
const DEFAULTS = { date: 'AAAA-MM-JJ', datetime: 'AAAA-MM-JJTHH:MM:SS', time: 'HH:MM:SS' } as const

function expectedMoment({ type, format }: Field): string {
  const kind = type as keyof typeof MOMENTS
  if (format === 'any') return `j'attendais ${MOMENTS[kind]}`
  const form = format === 'default' ? DEFAULTS[kind] : inFrench(format)
  return kind === 'datetime'
    ? `j'attendais ${MOMENTS[kind]} qui existent, écrites sous la forme ${form}`
    : `j'attendais ${MOMENTS[kind]} qui existe, écrite sous la forme ${form}`
}

const SIGNS: Readonly<Record<string, string>> = {
  Y: 'AAAA',
  y: 'AA',
  m: 'MM',
  d: 'JJ',
  H: 'HH',
  M: 'MM',
  S: 'SS',
  z: '+HHMM',
  Z: 'UTC',
}
const inFrench = (format: string): string => format.replace(/%(.)/g, (whole, sign: string) => SIGNS[sign] ?? whole)

function expectedPoint(format: string): string {
  if (format === 'array')
    return "j'attendais la longitude puis la latitude entre crochets, par exemple [1.8135, 48.9537]"
  if (format === 'object')
    return 'j\'attendais une longitude et une latitude, par exemple {"lon": 1.8135, "lat": 48.9537}'
  return "j'attendais la longitude puis la latitude, par exemple 1.8135, 48.9537"
}

function expectedText(format: string): string {
  switch (format) {
    case 'email':
      return "j'attendais une adresse de courriel, par exemple mairie@exemple.fr"
    case 'uri':
      return "j'attendais l'adresse d'une page internet, qui commence par https://"
    case 'uuid':
      return "j'attendais un identifiant unique de 36 caractères (UUID)"
    case 'binary':
      return "j'attendais un contenu codé en base 64"
    default:
      return "j'attendais un texte"
  }
}
