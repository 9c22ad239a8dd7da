import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ColumnRule } from '../../core/check/column-rule.ts'
import { checkTable } from '../../core/check/index.ts'
import type { Field, Model } from '../../core/models/model.ts'
import { kindOf } from '../../core/recipe/kinds.ts'
import { NameComparer } from '../../core/recipe/mapping/names.ts'
import { field, modelOf } from '../../core/recipe/model-for-tests.ts'
import { replayFrom } from '../../core/recipe/replay.ts'
import { findColumn, tableFromRows } from '../../core/table/table.ts'
import { readCsv } from '../../readers/csv/read-csv.ts'
import { findInPackage } from '../package/find.ts'
import { loadRegistry } from './load.ts'

/** What Carnet says of every model: people read it, and the mapping of columns leans on it. */
const models = loadRegistry().list()
const named = models.map(model => [model.id, model] as const)
const folder = findInPackage('models')

describe.each(named)('%s', (_, model) => {
  test('each field has a title, a sentence in plain words, and other names that towns give it', () => {
    const told = ({ title, meaning, synonyms }: Field) => title && isSentence(meaning) && synonyms.length >= 4
    expect(names(model.fields.filter(field => !told(field)))).toEqual([])
  })

  test('each field has examples that follow its rules', () => {
    expect(wrongExamples(model)).toEqual([])
  })

  test('no label is taken for another field', () => {
    expect(lostLabels(model)).toEqual([])
  })

  test('the rows given as an example are valid', () => {
    const { rows } = readCsv(readFileSync(`${folder}/${model.id}/example.csv`)).grid
    const [header = [], ...cells] = rows.map(row => row.cells)
    const { findings } = checkTable(tableFromRows(header, cells), model)
    expect(header).toEqual(names(model.fields))
    expect(cells.length).toBeGreaterThanOrEqual(2)
    expect(findings.filter(({ level }) => level !== 'advice')).toEqual([])
  })
})

const ruled = models.flatMap(model => (model.idRule ? [[model.id, model, model.idRule] as const] : []))
test.each(ruled)('%s: an identifier made by its rule is valid', (_, model, { field, pattern }) => {
  const step = { type: 'generate-ids', column: field, pattern, insee: '78217' } as const
  const world = { model, sources: { tables: [] } }
  const { table } = replayFrom(tableFromRows([field], [['']]), [{ id: 'ids', step, reason: '' }], world)
  const id = findColumn(table, field)?.cells[0]
  const rule = new ColumnRule(model.fields.find(({ name }) => name === field)!, model, {})
  expect(id).toMatch(/1$/)
  expect(rule.judge(id!).faults).toEqual([])
})

test('each model has an alias, which no other model answers to', () => {
  expect(names(models.map(({ id, alias }) => ({ name: id, alias })).filter(({ alias }) => !alias))).toEqual([])
  const answers = models.flatMap(({ id, alias }) => [...new Set([id, alias])])
  expect(answers).toEqual([...new Set(answers)])
})

test('the catalogue of themes and the models tell the same', () => {
  const { themes } = JSON.parse(readFileSync(`${folder}/themes.json`, 'utf8')) as { themes: Theme[] }
  const told = themes.flatMap(({ number, models: ids }) => ids.map(id => [id, number] as const))
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(models.map(({ id, theme }) => [id, theme])))
})

const PUBLISHED = new URL('../../../../shared/data/models/', import.meta.url)
describe.skipIf(!existsSync(PUBLISHED))('schemas as published (../shared absent: skipped)', () => {
  test.each(named)('%s: no sentence is copied', (_, model) => {
    expect(copied(model.fields, publishedTexts(model.id))).toEqual([])
  })
})

describe('the guards themselves', () => {
  test('see a wrong example, and a field that has none', () => {
    const year = field('an', { type: 'year', examples: ['2026', 'l’an dernier'] })
    expect(wrongExamples(modelOf([year, field('nom')]))).toEqual(['an: l’an dernier', 'nom: aucun exemple'])
  })

  test('see a label that says another field better', () => {
    const fields = [
      field('nom', { synonyms: ['libelle', 'Type'] }),
      field('type'),
      field('ouvert', { type: 'boolean' }),
    ]
    expect(lostLabels(modelOf(fields))).toEqual(['nom: Type'])
  })

  test('see a copied sentence, whatever its accents and capitals', () => {
    const told = field('siret', { meaning: 'Écrivez les 14 chiffres. Gardez les zéros du début !' })
    expect(copied([told], ['Le code. GARDEZ LES ZEROS DU DEBUT.'])).toEqual(['siret: gardez les zeros du debut'])
  })
})

interface Theme {
  readonly number: number
  readonly models: readonly string[]
}

const names = (things: readonly { readonly name: string }[]): string[] => things.map(({ name }) => name)

const isSentence = (text = ''): boolean => text.length >= 15 && /[.!?…]$/.test(text)

function wrongExamples(model: Model): string[] {
  return model.fields.flatMap(field => {
    const rule = new ColumnRule(field, model, {})
    const wrong = field.examples.filter(example => rule.judge(example).faults.length > 0)
    return (field.examples.length > 0 ? wrong : ['aucun exemple']).map(text => `${field.name}: ${text}`)
  })
}

/**
 * Names, titles and synonyms that the mapping takes for another field than their own, once written a little otherwise (« Nom * »),
 * unless the values tell the two apart: « Décision » may head dates or verdicts.
 */
function lostLabels(model: Model): string[] {
  const comparer = new NameComparer(model)
  const kinds = model.fields.map(field => kindOf(field).kind)
  return model.fields.flatMap(({ name, title, synonyms }, at) =>
    [name, ...(title ? [title] : []), ...synonyms].flatMap(label => {
      const scores = comparer.scores(`${label} *`).map(({ score }) => score)
      const lost = scores.some((score, other) => score > scores[at]! && kinds[other] === kinds[at])
      return lost || scores[at] === 0 ? [`${name}: ${label}`] : []
    }),
  )
}

/** The sentences of a text, bare of what a copyist would change first; those of a word or two say nothing. */
const sentences = (text: string): string[] =>
  [text, ...text.split(/(?<=[.!?])\s+/)].map(bare).filter(({ length }) => length > 12)

const bare = (sentence: string): string =>
  sentence
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function copied(fields: readonly Field[], published: readonly string[]): string[] {
  const theirs = new Set(published.flatMap(sentences))
  return fields.flatMap(({ name, meaning = '' }) =>
    [...new Set(sentences(meaning))].filter(text => theirs.has(text)).map(text => `${name}: ${text}`),
  )
}

/** The descriptions of a schema as its authors published it; none for the models that are Carnet's own. */
function publishedTexts(id: string): string[] {
  const place = new URL(`${id}/`, PUBLISHED)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter(file => file.endsWith('.json'))
    .map(file => JSON.parse(readFileSync(new URL(file, place), 'utf8')) as { fields?: { description?: string }[] })
    .flatMap(({ fields = [] }) => fields.map(({ description = '' }) => description))
}
