import { ColumnRule } from '../check/column-rule.ts'
import type { Field, Model, Town } from '../models/model.ts'
import type { AddressIndex } from '../places/address-index.ts'
import type { Communes } from '../places/communes/index.ts'
import { NameComparer } from '../recipe/mapping/names.ts'
import type { Sources, SourceTable } from '../recipe/sources.ts'
import type { Recipe } from '../recipe/step.ts'
import type { Candidate } from './structure.ts'

/** What a proposal may know. */
export interface ProposeOptions {
  readonly town?: Town
  readonly communes?: Communes
  readonly addresses?: AddressIndex
  /** Name of the address file, for the record. */
  readonly addressesName?: string
  /** Last year's recipe for the same model: its columns and hand corrections come first. */
  readonly earlier?: Recipe
}

export class Context {
  readonly #rules = new Map<string, ColumnRule>()
  #names: NameComparer | undefined
  readonly candidates = new Map<SourceTable, Candidate>()

  constructor(
    readonly model: Model,
    readonly sources: Sources,
    readonly options: ProposeOptions,
  ) {}

  /** The names of the model's fields, ready to be compared. */
  get names(): NameComparer {
    return (this.#names ??= new NameComparer(this.model))
  }

  /** The rules of a field, the same as the check's. */
  rule(field: Field): ColumnRule {
    let rule = this.#rules.get(field.name)
    if (!rule) {
      const { town, communes } = this.options
      rule = new ColumnRule(field, this.model, { ...(town && { town }), ...(communes && { communes }) })
      this.#rules.set(field.name, rule)
    }
    return rule
  }

  conforms(field: Field, text: string): boolean {
    return this.rule(field).conforms(text)
  }
}
