import { wrong } from './problem.ts'

/** What a client sent: texts of an address or of a form, values of a JSON body. */
export type Params = Readonly<Record<string, unknown>>

export function textOf(params: Params, name: string): string | undefined {
  const value = params[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw wrong(name, 'j’attendais du texte.')
}

export function neededText(params: Params, name: string): string {
  const value = textOf(params, name)
  if (value === undefined) throw wrong(name, 'Missing value')
  return value
}

/** A whole number, not below 0. Above `most`, `most`: CKAN lowers what is asked, and says what it took. */
export function countOf(params: Params, name: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = textOf(params, name)
  if (value === undefined) return otherwise
  if (!/^\d{1,15}$/.test(value)) throw wrong(name, `j’ai lu « ${value.slice(0, 40)} » ; j’attendais un nombre entier.`)
  return Math.min(Number(value), most)
}

const YES = new Set(['true', 'yes', 't', 'y', '1'])
const NO = new Set(['false', 'no', 'f', 'n', '0'])
export function yesOf(params: Params, name: string, otherwise: boolean): boolean {
  const value = textOf(params, name)?.toLowerCase()
  if (value === undefined) return otherwise
  if (YES.has(value)) return true
  if (NO.has(value)) return false
  throw wrong(name, 'j’attendais true ou false.')
}

/** « a,b », `["a","b"]` written as text, or a list. */
export function listOf(params: Params, name: string): string[] | undefined {
  const value = params[name]
  if (value === undefined || value === null || value === '') return undefined
  const list = Array.isArray(value) ? value : typeof value === 'string' ? listIn(name, value) : undefined
  if (!list?.every(item => typeof item === 'string')) throw wrong(name, 'j’attendais une liste de noms.')
  return list as string[]
}

const listIn = (name: string, text: string): unknown[] =>
  text.trimStart().startsWith('[') ? [jsonIn(name, text)].flat() : text.split(',').map(item => item.trim())

/** An object, or its JSON as text. */
export function objectOf(params: Params, name: string): Readonly<Record<string, unknown>> | undefined {
  const value = params[name]
  if (value === undefined || value === null || value === '') return undefined
  const read = typeof value === 'string' ? jsonIn(name, value) : value
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw wrong(name, 'j’attendais un objet JSON.')
  return read as Record<string, unknown>
}

function jsonIn(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong(name, 'j’attendais du JSON.')
  }
}
