import { kindOf } from '../recipe/kinds.ts'
import { meaningWords } from '../recipe/mapping/words.ts'
import { columnNames, findColumn, type RowRef } from '../table/table.ts'
import { isDitto } from '../values/ditto.ts'
import { quoted } from '../values/quoted.ts'
import { comparisonKey, stripAccents } from '../values/text.ts'
import { isDay } from './compose.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { profileColumn } from './profile.ts'

/** Rows that say the same everywhere but in their identifier and their sheet: asked, for two identical rows may be two things. */
export function proposeDeduplicate(draft: Draft, { model }: Context): void {
  const places = draft.steps.flatMap(({ step }) => (step.type === 'append' ? [step.sheetColumn] : []))
  const columns = columnNames(draft.table).filter(name => name !== model.idRule?.field && !places.includes(name))
  if (columns.length < 2) return
  const cells = columns.map(name => findColumn(draft.table, name)!.cells)
  const seen = new Set<string>()
  const repeated = draft.table.rows.filter((_, row) => {
    const key = JSON.stringify(cells.map(column => column[row]))
    return seen.size === seen.add(key).size
  })
  const twins = repeated.length
  if (twins === 0) return
  draft.suggest(
    { type: 'deduplicate', columns },
    `${twins === 1 ? 'Une ligne en répète une autre' : `${twins} lignes en répètent d’autres`} à l’identique (${linesOf(repeated)}) : faut-il n’en garder qu’une de chaque ?`,
    { before: twins, after: 0 },
  )
}

/** « ligne 12 », « lignes 12, 40 et 3 autres ». */
function linesOf(rows: readonly RowRef[]): string {
  const shown = rows.slice(0, 5).map(({ line }) => line)
  const more = rows.length - shown.length
  return `${rows.length === 1 ? 'ligne' : 'lignes'} ${shown.join(', ')}${more > 0 ? ` et ${more} autres` : ''}`
}

const MOST_VALUES = 200

/** Writings of one thing that differ by case, accents, plural or punctuation: gathered under the most frequent, once a person agrees. */
export function proposeClusters(draft: Draft, { model }: Context): void {
  for (const field of model.fields) {
    const column = findColumn(draft.table, field.name)
    if (!column || kindOf(field).kind !== 'text' || field.role === 'free-text') continue
    const { counts, filled } = profileColumn(column)
    if (counts.size > MOST_VALUES || counts.size > 0.5 * filled) continue
    const groups = clusters(counts)
    if (groups.length === 0) continue
    const shown = groups.slice(0, 3).map(({ to, from }) => `${from.map(quoted).join(', ')} → ${quoted(to)}`)
    draft.suggest(
      { type: 'cluster', column: field.name, groups },
      `Dans « ${field.name} », des valeurs semblent être les mêmes : ${shown.join(' ; ')}. Faut-il les réunir ?`,
      { before: groups.reduce((sum, group) => sum + group.from.length, 0), after: 0 },
    )
  }
}

export function clusters(counts: ReadonlyMap<string, number>): { to: string; from: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const text of counts.keys()) {
    const key = clusterKey(text)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), text])
  }
  return [...groups.values()]
    .filter(texts => texts.length > 1)
    .map(texts => {
      const to = bestWriting(texts, counts)
      return { to, from: texts.filter(text => text !== to) }
    })
}

/** The most frequent writing; but the accents that some have kept are better than none (« Épône » over « EPONE »). */
function bestWriting(texts: readonly string[], counts: ReadonlyMap<string, number>): string {
  const frequent = texts.reduce((best, text) => (counts.get(text)! > counts.get(best)! ? text : best))
  const plain = stripAccents(frequent).toLowerCase()
  const accented = texts.filter(text => text !== stripAccents(text) && stripAccents(text).toLowerCase() === plain)
  return frequent === stripAccents(frequent) && accented.length > 0 ? accented[0]! : frequent
}

/** The same for « Restaurants » and « restaurant », « Bar - Tabac » and « Bar / tabac », « Tabac, bar » too: words in order of the alphabet, singular. */
const clusterKey = (text: string): string => (/\p{L}{2}/u.test(text) ? orderedWords(text) : '')

const orderedWords = (text: string): string =>
  comparisonKey(text, { articles: 'drop' })
    .split(' ')
    .map(word => (word.length > 3 && !/\d/.test(word) ? word.replace(/(?<!s)s$|(?<=eau)x$/, '') : word))
    .sort()
    .join(' ')

/** A value written once above several rows, as people do with groups: asked. */
export function proposeFillDown(draft: Draft, { model }: Context): void {
  for (const field of model.fields) {
    const cells = findColumn(draft.table, field.name)?.cells
    if (!cells || cells.length < 6 || (cells[0] ?? '').trim() === '') continue
    const filled = cells.filter(text => text.trim() !== '')
    const share = filled.length / cells.length
    if (!filled.every(text => /\p{L}{2}/u.test(text))) continue
    if (share > 0.5 || filled.length < 2 || new Set(filled).size < 0.9 * filled.length || !field.constraints.required)
      continue
    draft.suggest(
      { type: 'fill-down', column: field.name },
      `« ${field.name} » n’est remplie qu’une fois pour plusieurs lignes : faut-il recopier chaque valeur vers le bas ?`,
      { before: cells.length - filled.length, after: 0 },
    )
  }
}

/** « idem » is the line above in a list; in a column of a day it may be the day before: asked, as the rest of its hours. */
export function proposeDitto(draft: Draft): void {
  for (const { name, cells } of draft.table.columns) {
    const before = cells.filter(isDitto).length
    if (before === 0 || before > 0.8 * cells.length || isDay(name)) continue
    draft.suggest(
      { type: 'ditto', column: name },
      `Dans « ${name} », ${before === 1 ? 'une cellule dit' : `${before} cellules disent`} « idem » : faut-il y écrire la valeur de la ligne du dessus ?`,
      { before, after: 0 },
    )
  }
}

/** A column that sorts the rows (« Commerce », « Service », « Industrie ») when the model is of one of these sorts: asked. */
export function proposeFilter(draft: Draft, { model }: Context): void {
  const known = new Set(model.fields.map(field => field.name))
  const subject = new Set([...meaningWords(model.title), ...meaningWords(model.id)])
  for (const column of draft.table.columns) {
    if (known.has(column.name)) continue
    const { counts, filled } = profileColumn(column)
    if (counts.size < 2 || counts.size > MOST_SORTS || filled < 4 * counts.size) continue
    const kept = [...counts.keys()].filter(text => meaningWords(text).some(word => subject.has(word)))
    const others = [...counts.keys()].filter(text => !kept.includes(text))
    if (kept.length === 0 || others.length === 0) continue
    const out = others.reduce((sum, text) => sum + counts.get(text)!, 0)
    const sorts = [...counts].map(([text, count]) => `${quoted(text)} (${count})`).join(', ')
    draft.suggest(
      { type: 'filter', column: column.name, keep: { type: 'in', values: [...kept, ''] } },
      `${quoted(column.name)} trie les lignes : ${sorts}. Faut-il ne garder que ${kept.map(quoted).join(', ')} et les lignes qui ne le disent pas, et mettre de côté ${out === 1 ? 'l’autre' : `les ${out} autres`} ?`,
      { before: out, after: 0 },
    )
  }
}

const MOST_SORTS = 6
