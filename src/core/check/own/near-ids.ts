import { quoted } from '../../values/quoted.ts'
import { stripAccents } from '../../values/text.ts'
import type { Fault } from '../verdict.ts'

/** Memory is bounded: beyond, only the first identifiers are compared with. */
const MOST = 200_000

/** Identifiers that only differ by their case, an accent, a space or a sign: very likely the same, written twice. */
export class NearIds {
  readonly #met = new Map<string, { readonly text: string; readonly line: number }>()

  test(text: string, line: number): Fault | undefined {
    const key = stripAccents(text)
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
    if (key === '') return undefined
    const met = this.#met.get(key)
    if (met === undefined) {
      if (this.#met.size < MOST) this.#met.set(key, { text, line })
      return undefined
    }
    if (met.text === text) return undefined
    return {
      level: 'warning',
      code: 'carnet/near-duplicate-id',
      message: `${quoted(text)} ressemble beaucoup à ${quoted(met.text)} (ligne ${met.line}) : est-ce le même identifiant ?`,
    }
  }
}
