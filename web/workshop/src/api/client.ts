import type { Refusal } from '../../../../src/contract/sets.ts'

/**
 * What a call gives. A refusal is a value: one French sentence to show. So is the network that does not answer: what was typed stays on the
 * screen and is sent again. Only a bug throws.
 */
export type Answer<T> =
  | { readonly value: T }
  | { readonly refused: string; readonly status: number }
  | { readonly offline: true }

const BASE = '/api/atelier'
/** Told when the server no longer knows who is there: the shell then shows the door. */
export const signedOut = new EventTarget()

const ASK: RequestInit = { credentials: 'same-origin' }

/** What a page will surely read, asked while its script is still being read. Answered once, to whoever asks first and soon. */
const early = new Map<string, Promise<Response | undefined>>()
const EARLY_FOR = 3_000
export function askEarly(path: string): void {
  early.set(
    path,
    fetch(BASE + path, ASK).catch(() => undefined),
  )
  setTimeout(() => early.delete(path), EARLY_FOR)
}
async function answeredEarly(path: string, { method }: RequestInit): Promise<Response | undefined> {
  const answer = method === undefined ? early.get(path) : undefined
  early.delete(path)
  const response = await answer
  return response?.ok ? response : undefined
}

/** Asks the workshop's API, or another of the server's when the path says so (`/api/link/...`). */
async function call<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response =
      (await answeredEarly(path, init)) ??
      (await fetch(path.startsWith('/api/') ? path : BASE + path, { ...ASK, ...init }))
    if (response.ok) return { value: (response.status === 204 ? undefined : await response.json()) as T }
    if (response.status === 401) signedOut.dispatchEvent(new Event('signed-out'))
    return { refused: await sentence(response), status: response.status }
  } catch {
    return { offline: true }
  }
}

async function sentence(response: Response): Promise<string> {
  try {
    const { message } = (await response.json()) as Partial<Refusal>
    if (message) return message
  } catch {
    // Not JSON: a proxy's own page. The sentence below says enough.
  }
  return `Carnet a répondu par une erreur (${response.status}). Rien n’est perdu : réessayez dans un instant.`
}

const json = (method: string, body: unknown): RequestInit =>
  body === undefined
    ? { method }
    : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }

export const get = <T>(path: string, signal?: AbortSignal): Promise<Answer<T>> =>
  call<T>(path, signal ? { signal } : {})
export const post = <T>(path: string, body?: unknown): Promise<Answer<T>> => call<T>(path, json('POST', body))
export const put = <T>(path: string, body: unknown): Promise<Answer<T>> => call<T>(path, json('PUT', body))
export const patch = <T>(path: string, body: unknown): Promise<Answer<T>> => call<T>(path, json('PATCH', body))
export const remove = <T>(path: string, body?: unknown): Promise<Answer<T>> => call<T>(path, json('DELETE', body))

/** Sends files as they are. */
export function upload<T>(path: string, files: readonly File[]): Promise<Answer<T>> {
  const body = new FormData()
  for (const file of files) body.append('file', file, file.name)
  return call<T>(path, { method: 'POST', body })
}

/** What to show of an answer that did not give what was asked. */
export const problem = (answer: Exclude<Answer<unknown>, { value: unknown }>): string =>
  'refused' in answer
    ? answer.refused
    : 'Carnet ne répond pas : le réseau est coupé, ou l’ordinateur où il tourne est éteint. Rien n’est perdu ; réessayez dans un instant.'
