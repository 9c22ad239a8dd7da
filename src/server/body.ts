import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refused } from '../contract/refused.ts'

/** What was awaited, by the name of the field, after « J’attendais ». */
const AWAITED: Readonly<Record<string, string>> = {
  mail: 'une adresse de courriel, par exemple claire@epone.fr',
  name: 'un nom, de 120 signes au plus',
  insee: 'le code INSEE de la commune, par exemple 78217',
  siret: 'un SIRET : 14 chiffres',
  password: 'un mot de passe d’au moins 12 signes',
  code: 'le code en entier',
  token: 'un lien en entier',
  role: 'un rôle de la liste',
  label: 'le nom de la personne à qui va le lien',
  days: 'un nombre de jours, de 1 à 365',
  columns: 'au moins une colonne',
  remark: 'une remarque de 4 000 signes au plus',
  title: 'un titre, de 200 signes au plus',
  settings:
    'tous les réglages de cet endroit : une adresse entière (https://…), ou un serveur, un port et un dossier qui commence par /',
  details: 'un jour comme 2027-03-01, et des textes courts',
  body: 'un texte, de 100 000 signes au plus',
}
const SECRET = new Set(['password', 'code', 'token'])

/** The one door of request bodies: what leaves it has the contract's shape. A refusal says what was read and what was awaited. */
export function bodyOf<T extends z.ZodType>(request: FastifyRequest, shape: T): z.output<T> {
  const read = shape.safeParse(request.body)
  if (read.success) return read.data
  const field = String(read.error.issues[0]?.path[0] ?? '')
  const awaited = Object.hasOwn(AWAITED, field) ? AWAITED[field] : undefined
  throw new Refused(
    400,
    awaited ? `${sentence(request.body, field)} ${awaited}.` : 'Carnet n’a pas compris cette demande.',
  )
}

function sentence(body: unknown, field: string): string {
  const value = (body as Record<string, unknown> | null)?.[field]
  return typeof value === 'string' && value !== '' && !SECRET.has(field)
    ? `J’ai lu « ${value.slice(0, 60)} » ; j’attendais`
    : 'J’attendais'
}
