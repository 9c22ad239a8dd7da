/** A shorter text is erased only where it is all that a cell holds: within others it is found everywhere. */
export const SHORTEST_WITHIN = 4

/** Takes a text out of whatever holds it; what does not hold it comes back the same. */
export type Scrub = (held: string) => string

export const scrubber = (text: string): Scrub => {
  if (text === '') throw new RangeError('an empty text is everywhere')
  const plain: Scrub = text.length < SHORTEST_WITHIN ? held => (held === text ? '' : held) : held => without(held, text)
  return held => scrubText(held, plain)
}

/** Again, while what was around it makes it anew. */
function without(held: string, text: string): string {
  let left = held
  while (left.includes(text)) left = left.replaceAll(text, '')
  return left
}

/** The database keeps JSON as text, and JSON within JSON: there the text may be written with escapes. */
function scrubText(held: string, plain: Scrub): string {
  const parsed = /^\s*[[{]/.test(held) ? parse(held) : undefined
  if (parsed === undefined) return plain(held)
  const scrubbed = scrubValue(parsed, plain)
  return scrubbed === parsed ? held : JSON.stringify(scrubbed)
}

function parse(held: string): unknown {
  try {
    return JSON.parse(held)
  } catch {
    return undefined
  }
}

/** Properties whose values are words of the program. */
const PROGRAM = new Set(['op', 'type', 'id', 'hand', 'kind', 'source', 'model', 'pattern', 'format', 'upload', 'at'])
/** Properties under which the names of an object are names of columns: a file without titles has its first row there. */
const BY_COLUMN = new Set(['key', 'cells'])
/** What a spreadsheet held beside the text of a cell. */
const OF_CELL = new Set(['value', 'serial'])

/** The same value when nothing in it holds the text. */
function scrubValue(value: unknown, plain: Scrub, under = ''): unknown {
  if (PROGRAM.has(under)) return value
  if (typeof value === 'string') return scrubText(value, plain)
  if (typeof value === 'number') return OF_CELL.has(under) && plain(String(value)) !== String(value) ? 0 : value
  if (Array.isArray(value)) return same(value, scrubArray(value, plain, under))
  if (typeof value === 'object' && value !== null) return scrubObject(value as Record<string, unknown>, plain, under)
  return value
}

const scrubArray = (value: readonly unknown[], plain: Scrub, under: string): unknown[] =>
  value.map(item => scrubValue(item, plain, Array.isArray(item) ? '' : under))

function scrubObject(value: Record<string, unknown>, plain: Scrub, under: string): unknown {
  let changed = false
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => {
    const now = BY_COLUMN.has(under) ? plain(name) : name
    const scrubbed = scrubValue(item, plain, BY_COLUMN.has(under) ? '' : name)
    if (now !== name || scrubbed !== item) changed = true
    return [now, scrubbed]
  })
  return changed ? Object.fromEntries(entries) : value
}

const same = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] =>
  after.some((item, index) => item !== before[index]) ? after : before
