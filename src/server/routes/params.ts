import type { FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'

/** A part of the address. */
export function param(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, string | undefined>)[name]
  if (value === undefined || value.length > 200) throw new Refused(404, 'Cette adresse n’existe pas dans Carnet.')
  return value
}

/** A whole number after the question mark; undefined when it is not there. */
export function numberQuery(request: FastifyRequest, name: string): number | undefined {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}
