import type { Field } from '../models/model.ts'
import { type FieldKind, kindOf } from '../recipe/kinds.ts'
import { readValue } from '../values/read-value.ts'
import type { Context } from './context.ts'
import type { Profile } from './profile.ts'

/** How far the values of a column speak for a field. */
export interface Evidence {
  /** Share of the sample that the field takes as it is or that reads without doubt as its kind: 0 to 1. */
  readonly share: number
  /** How much this tells: 0 (any text would do) to 1. */
  readonly weight: number
}

/** Reads a sample of each column once for each kind of value. */
export class EvidenceReader {
  readonly #shares = new Map<string, number>()

  constructor(readonly context: Context) {}

  of(profile: Profile, field: Field): Evidence {
    const kind = kindOf(field)
    if (profile.sample.length === 0 || kind.weight === 0) return { share: 0.5, weight: 0 }
    const key = JSON.stringify([profile.name, hasRules(field) ? field.name : kind])
    let share = this.#shares.get(key)
    if (share === undefined) this.#shares.set(key, (share = this.#read(profile, field, kind)))
    return { share, weight: kind.weight }
  }

  #read({ sample }: Profile, field: Field, { kind, options }: FieldKind): number {
    const { communes, town } = this.context.options
    const known = {
      ...options,
      candidates: false as const,
      ...(communes && { communes }),
      ...(town?.department && { department: town.department }),
    }
    const ruled = hasRules(field)
    const good = sample.filter(({ text, native }) => {
      if (ruled && this.context.conforms(field, text)) return true
      // Any text reads as a text: only the rule can tell.
      if (kind === 'text') return false
      const reading = readValue(kind, text, native === undefined ? known : { ...known, native })
      return reading.status === 'certain' || reading.status === 'empty'
    })
    return good.length / sample.length
  }
}

/** Whether the field says more of its values than « some text ». */
const hasRules = ({ type, constraints }: Field): boolean =>
  type !== 'string' || constraints.pattern !== undefined || constraints.enum !== undefined
