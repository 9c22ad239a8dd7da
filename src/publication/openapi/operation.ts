export type Json = Readonly<Record<string, unknown>>

/** A public address, as a person would tell it; OpenAPI needs more words. */
export interface Operation {
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Json[]
  /** Media type to what is in it. */
  readonly gives: Readonly<Record<string, Json>>
  /** What else it may answer. */
  readonly refusals?: readonly (keyof typeof REFUSALS)[]
}

export const TAGS = {
  Fichiers: 'Un jeu de données entier, dans plusieurs formats',
  Descriptions: 'Ce que veulent dire les colonnes',
  Lignes: 'Les lignes d’un jeu de données : chercher, filtrer, grouper',
  Catalogue: 'Ce qui est publié, pour les autres portails',
  Suivi: 'Ce qui change, et comment le montrer ailleurs',
  Pages: 'Ce que les personnes lisent',
} as const
export type Tag = keyof typeof TAGS

const REFUSALS = {
  304: 'Rien n’a changé depuis la copie que vous avez',
  308: 'Ce jeu de données a une nouvelle adresse, pour toujours',
  400: 'Cette demande ne peut pas être comprise',
  404: 'Rien n’a cette adresse',
  410: 'Ce jeu de données a été retiré : la réponse dit pourquoi',
  416: 'Ce morceau est au-delà de la fin du fichier',
  501: 'Cette écriture n’existe pas',
} as const

export const text: Json = { type: 'string' }
export const object: Json = { type: 'object', additionalProperties: true }

/** As OpenAPI 3.1 has it. */
export function toOpenApi({ id, tag, summary, description, parameters = [], gives, refusals = [] }: Operation): Json {
  const content = Object.fromEntries(Object.entries(gives).map(([type, schema]) => [type, { schema }]))
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: { description: summary, content },
      ...Object.fromEntries(refusals.map(status => [status, refusal(status)])),
      429: { $ref: '#/components/responses/TooMany' },
    },
  }
}

const refusal = (status: keyof typeof REFUSALS): Json =>
  status === 304 || status === 308
    ? { description: REFUSALS[status] }
    : { description: REFUSALS[status], content: { 'application/json': { schema: object } } }

export const get = (operation: Operation): Json => ({ get: toOpenApi(operation) })

/** A part of the address. */
export const inPath = (name: string, description: string, example: string | number): Json => ({
  ...{ name, in: 'path', required: true, description, example },
  schema: { type: typeof example === 'number' ? 'integer' : 'string' },
})
export const inQuery = (name: string, description: string, schema: Json = text, more: Json = {}): Json => ({
  ...{ name, in: 'query', description, schema },
  ...more,
})
