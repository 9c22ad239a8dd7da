import type { z } from 'zod'
import { PlaceProblem } from '../connector.ts'
import { type Asked, ask, type Reach, type Reply } from './ask.ts'
import { multipart, type Part } from './multipart.ts'
import { UnreachableAddress } from './safe-fetch.ts'

export interface Api {
  /** « data.gouv.fr » : how sentences call it. */
  readonly name: string
  /** Without a slash at the end. */
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
  readonly reach: Reach
  /** What a refusal says, read in its answer. */
  readonly reason: (answer: unknown) => string | undefined
}
type Sent = { readonly json: unknown } | { readonly form: Readonly<Record<string, string>>; readonly file?: Part }

/** Calls of an API of JSON, its refusals told in French. What it answers passes one door: its shape is read before it is used. */
export class Caller {
  constructor(readonly api: Api) {}

  async call<T>(shape: z.ZodType<T>, method: NonNullable<Asked['method']>, path: string, sent?: Sent): Promise<T> {
    const reply = await this.#ask(method, path, sent)
    if (reply.status < 200 || reply.status > 299) throw this.#refusal(reply)
    return this.#read(shape, reply)
  }

  /** What is at this address; undefined: nothing is there, or no longer. */
  async found<T>(shape: z.ZodType<T>, path: string): Promise<T | undefined> {
    const reply = await this.#ask('GET', path)
    if (reply.status === 404 || reply.status === 410) return undefined
    if (reply.status !== 200) throw this.#refusal(reply)
    return this.#read(shape, reply)
  }

  async #ask(method: NonNullable<Asked['method']>, path: string, sent?: Sent): Promise<Reply> {
    const { base, headers, reach } = this.api
    try {
      return await ask(base + path, { method, reach, ...bodyOf(sent, { accept: 'application/json', ...headers }) })
    } catch (error) {
      if (error instanceof UnreachableAddress) throw new PlaceProblem('later', error.message)
      throw error
    }
  }

  #read<T>(shape: z.ZodType<T>, { status, text }: Reply): T {
    const read = shape.safeParse(status === 204 ? undefined : parsed(text))
    if (read.success) return read.data
    const where = read.error.issues[0]?.path.join('.') ?? ''
    throw new PlaceProblem(
      'wrong',
      `${this.api.name} répond autre chose que ce que j’attendais${where && ` (« ${where} »)`} : est-ce la bonne adresse ?`,
    )
  }

  #refusal({ status, headers, text }: Reply): PlaceProblem {
    const { name, reason } = this.api
    const said = reason(parsed(text))
    const saying = said ? ` : « ${said.slice(0, 300)} »` : ''
    if (status === 401) return new PlaceProblem('key', `${name} ne reconnaît pas la clé (elle a peut-être expiré).`)
    if (status === 403)
      return new PlaceProblem(
        'key',
        `${name} ne permet pas cela avec cette clé${saying}. Vérifiez les droits du compte.`,
      )
    if (status === 429 || status >= 500) {
      const wait = Number(headers['retry-after'])
      return new PlaceProblem(
        'later',
        `${name} ne peut pas répondre maintenant (${status}).`,
        wait > 0 ? wait : undefined,
      )
    }
    if (status >= 300 && status < 400)
      return new PlaceProblem(
        'wrong',
        `${name} renvoie vers « ${headers.location ?? '?'} » : donnez plutôt cette adresse.`,
      )
    return new PlaceProblem('wrong', `${name} refuse (${status})${saying}.`)
  }
}

function bodyOf(sent: Sent | undefined, headers: Record<string, string>): Pick<Asked, 'headers' | 'body'> {
  if (!sent) return { headers }
  if ('json' in sent)
    return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(sent.json) }
  const { type, body } = multipart(sent.form, sent.file)
  return { headers: { ...headers, 'content-type': type }, body }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
