import { RowBuilder } from '../geojson/rows.ts'
import type { Grid } from '../grid.ts'
import { walkXml } from './walk.ts'

interface Seen {
  count: number
  /** Names of its attributes and children: what would be columns. */
  readonly fields: Set<string>
  readonly depth: number
}

/**
 * Any other XML: the element that repeats most and holds something becomes rows. Its attributes and children are columns, what they
 * hold inside is named `parent.child`; a name met twice in one row puts both values in its cell, separated by « | ».
 */
export function readRepeated(text: string): Grid | undefined {
  const path = mostRepeated(text)
  return path === undefined ? undefined : rowsOf(text, path)
}

function mostRepeated(text: string): string | undefined {
  const seen = new Map<string, Seen>()
  const path: string[] = []
  walkXml(text, {
    open(name, attributes) {
      const parent = seen.get(path.join('/'))
      if (parent !== undefined && parent.fields.size < 1000) parent.fields.add(name)
      path.push(name)
      const key = path.join('/')
      const known = seen.get(key) ?? { count: 0, fields: new Set<string>(), depth: path.length }
      known.count++
      for (const attribute of attributes.keys()) known.fields.add(attribute)
      seen.set(key, known)
    },
    close: () => path.pop(),
  })
  return best(seen)
}

/** Rows are many and have fields; of two candidates, one with five fields is worth as much as one with fifty. */
function best(seen: ReadonlyMap<string, Seen>): string | undefined {
  const score = ({ count, fields }: Seen) => count * Math.min(fields.size, 5)
  let found: string | undefined
  for (const [path, candidate] of seen) {
    if (candidate.count < 2 || candidate.fields.size === 0) continue
    const known = found === undefined ? undefined : seen.get(found)
    if (known === undefined || score(candidate) > score(known)) found = path
  }
  return found
}

function rowsOf(text: string, wanted: string): Grid {
  const builder = new RowBuilder()
  const path: string[] = []
  const depth = wanted.split('/').length
  let row: Map<string, string> | undefined
  let inside = ''
  let leaf = false
  const name = () => path.slice(depth).join('.') || (path[depth - 1] ?? '')
  walkXml(text, {
    open(element, attributes) {
      path.push(element)
      if (path.length === depth && path.join('/') === wanted) row = new Map()
      inside = ''
      leaf = true
      if (row === undefined) return
      const prefix = path.length === depth ? '' : `${name()}.`
      for (const [attribute, value] of attributes) put(row, `${prefix}${attribute}`, value.trim())
    },
    text: data => {
      if (row !== undefined) inside += data
    },
    close() {
      if (row !== undefined && inside.trim() !== '') put(row, name(), inside.trim())
      else if (row !== undefined && leaf && path.length > depth && !row.has(name())) row.set(name(), '')
      inside = ''
      leaf = false
      if (row !== undefined && path.length === depth) {
        builder.add(row)
        row = undefined
      }
      path.pop()
    },
  })
  return builder.grid()
}

function put(row: Map<string, string>, name: string, value: string): void {
  const before = row.get(name)
  row.set(name, before === undefined || before === '' ? value : `${before} | ${value}`)
}
