import { isOpeningHours } from '../../hours/evaluate.ts'
import type { CustomCheck } from '../../models/model.ts'
import { isInFranceForValidata } from '../../values/france.ts'
import { isPhoneForFrance } from '../../values/phone.ts'
import { isSirenForFrance, isSiretForFrance } from '../../values/sirene-key.ts'
import { stripAccents } from '../../values/text.ts'
import type { Value } from '../schema/cast.ts'

/** A check of Validata that looks at one cell: undefined when it passes, else what was expected (French), and the code when it is not the check's own. */
export type ValueCheck = (
  text: string,
  value: Value,
) => { readonly expected: string; readonly code?: string } | undefined

/** Validata's checks of one column (validata_core/custom_checks/*.py). Undefined: the check is of another kind, or not known. */
export function compileValueCheck(check: CustomCheck): ValueCheck | undefined {
  switch (check.name) {
    case 'french-siret-value':
      return passes(isSiretForFrance, "j'attendais un SIRET : 14 chiffres, dont les derniers sont une clé de contrôle")
    case 'french-siren-value':
      return passes(isSirenForFrance, "j'attendais un SIREN : 9 chiffres, dont le dernier est une clé de contrôle")
    case 'phone-number-value':
      return passes(isPhoneForFrance, "j'attendais un numéro de téléphone, par exemple 01 99 00 27 37 ou +33199002737")
    case 'opening-hours-value':
      return passes(
        isOpeningHours,
        "j'attendais des horaires écrits pour OpenStreetMap, par exemple « Mo-Fr 09:00-12:00,14:00-17:30 »",
      )
    case 'nomenclature-actes-value':
      return subject
    case 'year-interval-value':
      return yearInterval(isYes(check.params['allow-year-only']))
    case 'french-gps-coordinates':
      return position
    default:
      return undefined
  }
}

const passes =
  (test: (text: string) => boolean, expected: string): ValueCheck =>
  text =>
    test(text) ? undefined : { expected }

const isYes = (value: unknown): boolean => value === true || value === 'true' || value === 'yes'

/** The first word of an act's subject: the nine of the national list (décret 2005-324, @CTES), accents and case aside. */
const SUBJECTS = [
  'Commande publique',
  'Urbanisme',
  'Domaine et patrimoine',
  'Fonction publique',
  'Institutions et vie politique',
  'Libertés publiques et pouvoirs de police',
  'Finances locales',
  'Domaines de compétences par thèmes',
  'Autres domaines de compétences',
]
const plain = (text: string): string => stripAccents(text).toLowerCase()
const SUBJECT_KEYS = new Set(SUBJECTS.map(plain))

function subject(text: string) {
  const slash = text.indexOf('/')
  if (slash < 0)
    return { expected: "j'attendais deux parties séparées par « / », par exemple « Finances locales/Subventions »" }
  const prefix = text.slice(0, slash)
  const spaced = text.includes('/ ')
  if (SUBJECT_KEYS.has(plain(prefix)) && !spaced) return undefined
  if (SUBJECT_KEYS.has(plain(prefix.trimEnd())) || spaced)
    return { expected: "j'attendais « / » sans espace avant ni après" }
  return { expected: `j'attendais, avant « / », l'un de : ${SUBJECTS.join(', ')}` }
}

const yearInterval =
  (allowsYear: boolean): ValueCheck =>
  text => {
    const years = /^(\d{4})\/(\d{4})$/.exec(text)
    if (!years) {
      if (allowsYear && /^\d{4}$/.test(text)) return undefined
      return {
        expected: `j'attendais deux années, par exemple 2025/2026${allowsYear ? ', ou une seule, par exemple 2026' : ''}`,
      }
    }
    if (years[1] === years[2]) return { expected: "j'attendais deux années différentes" }
    return years[1]! < years[2]! ? undefined : { expected: "j'attendais la seconde année après la première" }
  }

/** Of a geopoint: inside one of Validata's six boxes of France, or turned over, or elsewhere. */
function position(_: string, value: Value) {
  if (!Array.isArray(value)) return undefined
  const [longitude, latitude] = value as [number, number]
  if (isInFranceForValidata(longitude, latitude)) return undefined
  return isInFranceForValidata(latitude, longitude)
    ? { expected: 'la latitude et la longitude sont inversées', code: 'reversed-french-gps-coordinates' }
    : { expected: "j'attendais un point en France" }
}

/** The names of the checks that look at one cell. */
export const VALUE_CHECKS: ReadonlySet<string> = new Set([
  'french-siret-value',
  'french-siren-value',
  'phone-number-value',
  'opening-hours-value',
  'nomenclature-actes-value',
  'year-interval-value',
  'french-gps-coordinates',
])
