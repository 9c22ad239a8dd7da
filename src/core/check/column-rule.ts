import type { Field, Model } from '../models/model.ts'
import type { CheckOptions } from './context.ts'
import { compileValueCheck, type ValueCheck } from './custom/value-checks.ts'
import { corrector } from './fix.ts'
import { expectedType, missingValue, sentence } from './messages.ts'
import { type OwnCheck, ownChecks } from './own/value-checks.ts'
import { type Cast, compileCast, type Value } from './schema/cast.ts'
import { type Constraint, compileConstraints } from './schema/constraints.ts'
import { type Fault, markOf, type Verdict } from './verdict.ts'

/** Distinct texts remembered for one column; the memory is dropped whole when full, and given up when it does not help. */
const REMEMBERED = 20_000
/** The same for all columns together: a file may have thousands of them. */
const REMEMBERED_IN_ALL = 2_000_000

export const rememberedBy = (columns: number): number =>
  Math.min(REMEMBERED, Math.ceil(REMEMBERED_IN_ALL / Math.max(1, columns)))

/** Every rule of one column, compiled once. `judge` is called for each cell: it remembers, since columns repeat themselves. */
export class ColumnRule {
  readonly unchecked: readonly string[]
  readonly #missing: ReadonlySet<string>
  readonly #cast: Cast
  readonly #constraints: readonly Constraint[]
  readonly #item: ColumnRule | undefined
  readonly #custom: readonly { readonly name: string; readonly check: ValueCheck }[]
  readonly #own: readonly OwnCheck[]
  readonly #correct: (text: string) => string | undefined
  #memory = new Map<string, Verdict>()
  #asked = 0
  #learnt = 0
  #last = '\u0000'
  #lastVerdict: Verdict | undefined

  constructor(
    readonly field: Field,
    model: Pick<Model, 'missingValues' | 'customChecks'>,
    options: CheckOptions,
    readonly remembered = REMEMBERED,
  ) {
    const { all, unchecked } = compileConstraints(field)
    this.unchecked = unchecked
    this.#missing = new Set(field.missingValues ?? model.missingValues)
    this.#cast = compileCast(field)
    this.#constraints = all
    this.#item = field.arrayItem && new ColumnRule(field.arrayItem, { missingValues: [''], customChecks: [] }, {})
    this.#custom = model.customChecks
      .filter(check => check.params.column === field.name)
      .flatMap(check => {
        const compiled = compileValueCheck(check)
        return compiled ? [{ name: check.name, check: compiled }] : []
      })
    this.#own = ownChecks(
      field,
      this.#custom.map(({ name }) => name),
      options,
    )
    this.#correct = corrector(field, options, text => !this.#look(text).wrong)
  }

  /** Of a cell that the row lacks: empty whatever the missing values are. */
  judgeAbsent(): Verdict {
    return this.#missingVerdict(0)
  }

  /** Whether the text breaks no rule: what `judge` says, without looking for the sentence's fix. */
  conforms(text: string): boolean {
    const known = this.#memory.get(text)
    if (known) return !known.wrong
    if (this.#missing.has(text)) return !this.field.constraints.required
    const value = this.#cast(text)
    return value !== undefined && this.#breaches(text, value).every(({ level }) => level !== 'error')
  }

  judge(text: string): Verdict {
    if (text === this.#last) return this.#lastVerdict!
    this.#last = text
    return (this.#lastVerdict = this.#remembered(text))
  }

  #remembered(text: string): Verdict {
    this.#asked++
    const known = this.#memory.get(text)
    if (known) return known
    const verdict = this.#look(text)
    const learnt = verdict.faults.length === 0 ? verdict : this.#withFixes(text, verdict)
    if (this.#learnt++ >= this.remembered) {
      // Where nearly each cell is new (identifiers, coordinates), remembering costs more than judging again.
      if (this.#learnt > 0.9 * this.#asked) return learnt
      this.#memory.clear()
      this.#learnt = 0
      this.#asked = 0
    }
    this.#memory.set(text, learnt)
    return learnt
  }

  #look(text: string): Verdict {
    const mark = markOf(text)
    if (this.#missing.has(text)) return this.#missingVerdict(mark)
    const value = this.#cast(text)
    const errors = value === undefined ? [this.#wrongType(text)] : this.#breaches(text, value)
    const wrong = errors.some(({ level }) => level === 'error')
    const own = this.#own.flatMap(check => check(text, value, wrong) ?? [])
    return { empty: false, value, faults: own.length > 0 ? [...errors, ...own] : errors, wrong, mark }
  }

  #missingVerdict(mark: number): Verdict {
    if (!this.field.constraints.required) return { empty: true, value: undefined, faults: [], wrong: false, mark }
    const fault: Fault = { level: 'error', code: 'constraint-error/required', message: missingValue(this.field) }
    return { empty: true, value: undefined, faults: [fault], wrong: true, mark }
  }

  #wrongType(text: string): Fault {
    return { level: 'error', code: 'type-error', message: sentence(text, expectedType(this.field, text), this.field) }
  }

  #breaches(text: string, value: Value): Fault[] {
    const faults: Fault[] = []
    for (const constraint of this.#constraints) {
      const breach = constraint(text, value)
      if (breach)
        faults.push({
          level: breach.level ?? 'error',
          code: breach.code,
          message: sentence(text, breach.message, this.field),
        })
    }
    for (const { name, check } of this.#custom) {
      const broken = check(text, value)
      if (broken)
        faults.push({ level: 'error', code: broken.code ?? name, message: sentence(text, broken.expected, this.field) })
    }
    return this.#item && Array.isArray(value) ? [...faults, ...this.#itemFaults(this.#item, value)] : faults
  }

  /** Each item of a list follows the item's own rules; the first that does not is told for each code. */
  #itemFaults(rule: ColumnRule, items: readonly unknown[]): Fault[] {
    const found = new Map<string, Fault>()
    for (const item of items) {
      const text = typeof item === 'string' ? item : JSON.stringify(item)
      const faults =
        rule.field.type === 'string' && typeof item !== 'string' ? [rule.#wrongType(text)] : rule.#look(text).faults
      for (const fault of faults)
        if (!fault.code.startsWith('carnet/') && !found.has(fault.code)) found.set(fault.code, fault)
    }
    return [...found.values()]
  }

  #withFixes(text: string, verdict: Verdict): Verdict {
    if (!verdict.wrong || verdict.empty) return verdict
    const to = this.#correct(text)
    if (to === undefined) return verdict
    return { ...verdict, faults: verdict.faults.map(fault => (fault.level === 'error' ? { ...fault, to } : fault)) }
  }
}
