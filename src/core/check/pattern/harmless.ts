/**
 * Whether JavaScript's own engine, which goes back and tries again, can only take time in proportion to a small power of the text's length.
 * Told from the pattern's structure, on the careful side: what repeats without limit must not itself hold a choice, and few things may repeat.
 * Anything else goes to the linear-time engine (pattern.ts).
 */
export function isHarmless(pattern: string): boolean {
  let unlimited = 0
  const groups: Group[] = [{ varies: false }]
  for (let at = 0; at < pattern.length; ) {
    const atom = nextAtom(pattern, at, groups)
    if (atom === undefined) return false
    const times = repetition(pattern, atom.end)
    const group = groups[groups.length - 1]!
    if (times.many) {
      if (atom.varies) return false
      unlimited++
    }
    if (atom.varies || times.varies) group.varies = true
    at = times.end
  }
  return groups.length === 1 && unlimited <= 4
}

interface Group {
  /** It may match one text in several ways: a repetition or an alternative inside. */
  varies: boolean
}
interface Atom {
  readonly end: number
  readonly varies: boolean
}

function nextAtom(pattern: string, at: number, groups: Group[]): Atom | undefined {
  switch (pattern[at]) {
    case '\\':
      // A reference to a group captured before is not regular: never harmless.
      return /[1-9k]/.test(pattern[at + 1] ?? '') ? undefined : { end: at + 2, varies: false }
    case '[':
      return { end: endOfClass(pattern, at), varies: false }
    case '(': {
      groups.push({ varies: false })
      const head = /^\(\?(?:[:=!]|<[=!]|P?<\w+>)/.exec(pattern.slice(at, at + 40))
      return { end: at + (head?.[0].length ?? 1), varies: false }
    }
    case ')': {
      const closed = groups.length > 1 ? groups.pop() : undefined
      return closed && { end: at + 1, varies: closed.varies }
    }
    case '|':
      groups[groups.length - 1]!.varies = true
      return { end: at + 1, varies: false }
    default:
      return { end: at + 1, varies: false }
  }
}

function endOfClass(pattern: string, at: number): number {
  let end = at + 1
  if (pattern[end] === '^') end++
  if (pattern[end] === ']') end++
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1
  return end + 1
}

/** Beyond so many times, a limit is no limit for the time it takes. */
const FEW = 40

function repetition(pattern: string, at: number): { end: number; many: boolean; varies: boolean } {
  const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})[?+]?/.exec(pattern.slice(at, at + 24))
  if (!found) return { end: at, many: false, varies: false }
  const end = at + found[0].length
  if (found[0].startsWith('?')) return { end, many: false, varies: true }
  if (!found[0].startsWith('{')) return { end, many: true, varies: true }
  const least = Number(found[1])
  const most = found[2] === undefined ? least : found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY
  return { end, many: most > FEW && most !== least, varies: most !== least }
}
