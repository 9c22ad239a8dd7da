import type { Model } from '../models/model.ts'
import type { RecipeStep } from '../recipe/step.ts'
import type { Coverage } from './coverage.ts'
import type { Fiche } from './fiche.ts'

/** Everything that a fiche is filled from. Plain facts: no clock, no database. */
export interface FicheContext {
  /** As the town calls the set in its wishes. */
  readonly title: string
  readonly town: { readonly insee: string; readonly name: string }
  readonly model: Pick<Model, 'id' | 'title' | 'description' | 'kind' | 'fields'>
  readonly theme?: FicheTheme
  /** The recipe, in order; those switched off are not told. */
  readonly steps: readonly RecipeStep[]
  /** Files that the set reads, main one first. */
  readonly sources: readonly FicheSource[]
  /** Rows given through a link or typed by hand, without any file. */
  readonly byHand: number
  /** What the table itself says; absent while there is no table. */
  readonly coverage?: Coverage
  /** What the guard's answers do to the columns before opening. */
  readonly protections: readonly Protection[]
  /** Written by a person in another fiche of the town: asked once, kept for all. */
  readonly contact?: Fiche['contact']
}

export interface FicheTheme {
  readonly slug: string
  readonly title: string
  readonly why: string
  readonly holder: string
}

export interface FicheSource {
  readonly name: string
  /** ISO instant. */
  readonly sentAt: string
  /** The service of whoever sent it, never her name: « Service animation ». */
  readonly department?: string
}

export interface Protection {
  readonly column: string
  readonly answer: 'drop' | 'generalise' | 'pseudonymise'
}
