import type { UploadCard } from '../../contract/sets.ts'
import type { Model } from '../../core/models/model.ts'
import { headerKey, headerWords } from '../../core/recipe/mapping/header.ts'
import { NameComparer } from '../../core/recipe/mapping/names.ts'
import { columnKeys } from '../comparisons/most-alike.ts'
import { findModel } from '../models/find.ts'
import type { PreparationWorld } from '../world.ts'

type Suggestion = NonNullable<UploadCard['suggestion']>

/** A header that the model knows by name or synonym. */
const KNOWN = 0.9
const LEAST_COLUMNS = 3
const LEAST_SHARE = 0.6
/** The next best set must be this far behind. */
const MARGIN = 0.75

interface Candidate {
  readonly slug: string
  readonly title: string
  readonly names: NameComparer
  /** Columns of each file that the set already reads. */
  readonly files: readonly { readonly name: string; readonly keys: ReadonlySet<string> }[]
}

/** Says which set a file looks like, by its columns and its name; nothing unless it is sure. */
export async function suggester(
  world: PreparationWorld,
  insee: string,
): Promise<(card: UploadCard) => Suggestion | undefined> {
  const candidates = await candidatesOf(world, insee)
  return ({ name, tables }) => {
    const widest = [...(tables ?? [])].sort((a, b) => b.columns.length - a.columns.length)[0]
    if (!widest) return undefined
    return sameColumns(widest.columns, candidates) ?? sameModel(widest.columns, name, candidates)
  }
}

async function candidatesOf(world: PreparationWorld, insee: string): Promise<Candidate[]> {
  const sets = await world.db
    .selectFrom('data_set')
    .select(['id', 'slug', 'title', 'model'])
    .where('insee', '=', insee)
    .where('trashed_at', 'is', null)
    .execute()
  const sources = await world.db
    .selectFrom('source')
    .innerJoin('upload', join =>
      join.onRef('upload.insee', '=', 'source.insee').onRef('upload.id', '=', 'source.upload'),
    )
    .select(['data_set', 'name', 'tables'])
    .where('source.insee', '=', insee)
    .execute()
  return Promise.all(
    sets.map(async ({ id, slug, title, model }) => ({
      slug,
      title,
      names: comparerOf(await findModel(world, insee, model)),
      files: sources
        .filter(({ data_set }) => data_set === id)
        .map(file => ({ name: file.name, keys: columnKeys(file.tables) })),
    })),
  )
}

const comparers = new WeakMap<Model, NameComparer>()

/** Models of the package are the same object each time. */
function comparerOf(model: Model): NameComparer {
  const known = comparers.get(model) ?? new NameComparer(model)
  comparers.set(model, known)
  return known
}

/** Next year's file has last year's columns. */
function sameColumns(columns: readonly string[], candidates: readonly Candidate[]): Suggestion | undefined {
  const keys = new Set(columns.map(headerKey))
  const found = candidates.flatMap(({ slug, title, files }) => {
    const file = files.find(one => one.keys.size >= LEAST_COLUMNS && [...keys].every(key => one.keys.has(key)))
    return file && keys.size >= LEAST_COLUMNS && keys.size >= file.keys.size * 0.8 ? [{ slug, title, file }] : []
  })
  const [only, ...others] = found
  if (!only || others.length > 0) return undefined
  return { set: only.slug, title: only.title, reason: `Il a les mêmes colonnes que « ${only.file.name} ».` }
}

function sameModel(columns: readonly string[], name: string, candidates: readonly Candidate[]): Suggestion | undefined {
  const words = new Set(headerWords(name.replace(/\.\w+$/, '')).map(stem))
  const scored = candidates
    .map(candidate => {
      const known = columns.filter(column => candidate.names.scores(column).some(({ score }) => score >= KNOWN)).length
      const named = headerWords(candidate.title).filter(word => word.length > 3 && words.has(stem(word))).length > 0
      return { ...candidate, known, named, score: known / columns.length + (named ? 0.3 : 0) }
    })
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best || best.known < LEAST_COLUMNS || best.score < LEAST_SHARE) return undefined
  if (second && second.score > best.score * MARGIN) return undefined
  return {
    set: best.slug,
    title: best.title,
    reason: `${best.named ? 'Son nom, et ' : ''}${best.known} de ses ${columns.length} colonnes ${best.named ? 'le disent' : 'sont celles de ce jeu'}.`,
  }
}

/** « commerces », « commerce ». */
const stem = (word: string): string => word.replace(/[sx]$/, '')
