import type { Field, Model } from '../models/model.ts'
import { kindOf } from '../recipe/kinds.ts'
import { headerKey, headerWords } from '../recipe/mapping/header.ts'
import { commonWords } from '../recipe/mapping/names.ts'
import { roleOf } from '../recipe/roles.ts'
import type { Recipe } from '../recipe/step.ts'
import type { Context } from './context.ts'
import { type Evidence, EvidenceReader } from './evidence.ts'
import type { Profile } from './profile.ts'

/** One column of the file taken for one field of the model. */
export interface ColumnMatch {
  readonly from: string
  readonly field: Field
  /** 0 to 1. */
  readonly score: number
  /** French. */
  readonly reason: string
  readonly certain: boolean
}

const CERTAIN = 0.75
const LEAST = 0.5
/** Two columns, or two fields, this close are a choice for a person. */
const MARGIN = 0.04
/** The field's own name, or one of its synonyms: the same words. */
const KNOWN_NAME = 0.9

/** Each column's field, from the names, their synonyms, the values themselves and last year's recipe; a field is given once. */
export function matchColumns(profiles: readonly Profile[], context: Context): ColumnMatch[] {
  const { model } = context
  const { names } = context
  const evidence = new EvidenceReader(context)
  const common = commonWords(profiles.map(({ name }) => name))
  const earlier = earlierNames(context.options.earlier, model)
  const pairs = profiles.flatMap(profile => {
    const before = earlier.get(headerKey(profile.name))
    const scores = names.scores(profile.name, common)
    return model.fields.flatMap((field, at) => {
      if (profile.name === field.name) return [{ profile, field, score: 1, reason: 'même nom' }]
      if (before === field) return [{ profile, field, score: 0.99, reason: 'comme la dernière fois' }]
      const { score: name, reason } = scores[at]!
      if (highest(name, kindOf(field).weight) < LEAST) return []
      const { score, because } = weigh(
        name,
        evidence.of(profile, field),
        isKey(field, model) ? repeats(profile) : undefined,
      )
      return score < LEAST ? [] : [{ profile, field, score, reason: [reason, because].filter(Boolean).join(', ') }]
    })
  })
  return withAName(assign(pairs), model)
}

/** The values confirm a likely name, contradict a good one, and hardly suffice alone. */
function weigh(name: number, { share, weight }: Evidence, repeated: boolean | undefined) {
  if (repeated) return { score: name - 0.35, because: 'mais ses valeurs se répètent' }
  if (share >= 0.5) {
    const told = gain(name, weight, share)
    return { score: name + told, because: told > 0.1 ? 'les valeurs le confirment' : '' }
  }
  // A name that the model knows is believed: what is wrong with the values is then said value by value. An identifier is not: many columns are « N° ».
  const penalty = name >= KNOWN_NAME && repeated === undefined ? 0.15 : 0.35
  return { score: name - penalty * weight * ((0.5 - share) / 0.5), because: 'mais les valeurs en sont loin' }
}

/** Without a word in common, only values of a kind that cannot be mistaken count. */
function gain(name: number, weight: number, share: number): number {
  const whole = (1 - name) * 0.56 * weight * ((share - 0.4) / 0.6)
  return name >= 0.3 || (weight >= 0.9 && share >= 0.8) ? whole : 0.5 * whole
}

/** The score if every value agreed: most pairs are given up before a value is read. */
const highest = (name: number, weight: number): number => name + gain(name, weight, 1)

/** Fields whose values tell the rows apart. */
const isKey = (field: Field, { primaryKey }: Model): boolean =>
  roleOf(field) === 'id' ||
  field.constraints.unique === true ||
  (primaryKey.length === 1 && primaryKey[0] === field.name)

const repeats = ({ counts, filled }: Profile): boolean => counts.size < 0.9 * filled

/** The words of a header that are a name, when nothing better is there. */
const NAME_OF_LAST_RESORT = /^(?:raison|denomination|enseigne|appellation|designation|intitule|libelle)$/

/** A list that says only « Raison sociale » has no other name: it is the one that the model demands. */
function withAName(matches: readonly ColumnMatch[], model: Model): ColumnMatch[] {
  const name = model.fields.find(field => roleOf(field) === 'name' && field.constraints.required)
  const lacks = name && !matches.some(({ field }) => field === name)
  const other = matches.find(
    ({ from, field, certain }) =>
      certain && !field.constraints.required && headerWords(from).some(word => NAME_OF_LAST_RESORT.test(word)),
  )
  if (!lacks || !other) return [...matches]
  return matches.map(match =>
    match === other ? { ...match, field: name, reason: 'le seul nom de ce tableau' } : match,
  )
}

interface ScoredPair {
  readonly profile: Profile
  readonly field: Field
  readonly score: number
  readonly reason: string
}

/** Best pairs first; a pair with a rival as good is left to a person. */
function assign(pairs: readonly ScoredPair[]): ColumnMatch[] {
  const sorted = [...pairs].sort((a, b) => b.score - a.score)
  const [columns, fields] = [new Set<string>(), new Set<string>()]
  const matches: ColumnMatch[] = []
  const isFree = ({ profile, field }: ScoredPair) => !columns.has(profile.name) && !fields.has(field.name)
  const near = ({ score }: ScoredPair) => sorted.filter(other => other.score > score - MARGIN && isFree(other))
  const sameField = (pair: ScoredPair) =>
    near(pair).filter(({ profile, field }) => field === pair.field && profile !== pair.profile)
  const hasItsOwn = (one: ScoredPair, beside: ScoredPair) => {
    const others = new Set(near(beside).flatMap(({ profile, field }) => (profile === beside.profile ? [field] : [])))
    return near(one).some(({ profile, field }) => profile === one.profile && !others.has(field))
  }
  // « Nature » may be the chapter or the account; beside « Chapitre », which can only be the chapter, it is the account.
  const yields = (pair: ScoredPair) => sameField(pair).some(other => hasItsOwn(pair, other) && !hasItsOwn(other, pair))
  for (const pair of sorted) {
    const { profile, field, score, reason } = pair
    // A column that bears the field's own name is that field.
    if (!isFree(pair) || (score < 1 && yields(pair))) continue
    const rival =
      sameField(pair).some(other => !yields(other)) ||
      near(pair).some(other => other.profile === profile && other.field !== field && !yields(other))
    columns.add(profile.name)
    fields.add(field.name)
    matches.push({ from: profile.name, field, score, reason, certain: score >= CERTAIN && (score >= 0.97 || !rival) })
  }
  return matches
}

/** What each header became last time. */
function earlierNames(recipe: Recipe | undefined, model: Model): Map<string, Field> {
  const fields = new Map(model.fields.map(field => [field.name, field]))
  const names = new Map<string, Field>()
  for (const { step, off } of recipe?.steps ?? []) {
    const pairs = off ? [] : step.type === 'map' ? step.columns : step.type === 'rename' ? [step] : []
    for (const { from, to } of pairs) {
      const field = fields.get(to)
      if (field) names.set(headerKey(from), field)
    }
  }
  return names
}
