/**
 * How many ways an engine that goes back and tries again may have to try, at most, for a text of n characters: `factor × n ^ degree`. Told from the
 * pattern's structure, on the careful side; infinite where a thing that can be matched in several ways repeats without limit.
 */
export interface Choices {
  readonly factor: number
  readonly degree: number
}

const ONE: Choices = { factor: 1, degree: 0 }
const ENDLESS: Choices = { factor: Number.POSITIVE_INFINITY, degree: 0 }

const both = (a: Choices, b: Choices): Choices => ({ factor: a.factor * b.factor, degree: a.degree + b.degree })
const either = (a: Choices, b: Choices): Choices => ({
  factor: a.factor + b.factor,
  degree: Math.max(a.degree, b.degree),
})

export function countChoices(pattern: string): Choices {
  const groups: Group[] = [newGroup()]
  for (let at = 0; at < pattern.length; ) {
    if (pattern[at] === '|') {
      const group = groups.at(-1)!
      group.before = either(group.before, group.branch)
      group.branch = ONE
      at++
      continue
    }
    const atom = nextAtom(pattern, at, groups)
    if (atom === undefined) return ENDLESS
    if (atom.opens) {
      at = atom.end
      continue
    }
    const times = repetition(pattern, atom.end)
    const group = groups.at(-1)!
    group.branch = both(group.branch, repeated(atom.choices, times))
    at = times.end
  }
  return groups.length === 1 ? whole(groups[0]!) : ENDLESS
}

interface Group {
  before: Choices
  branch: Choices
}
const newGroup = (): Group => ({ before: { factor: 0, degree: 0 }, branch: ONE })
const whole = ({ before, branch }: Group): Choices => either(before, branch)

interface Atom {
  readonly end: number
  readonly choices: Choices
  readonly opens?: true
}

function nextAtom(pattern: string, at: number, groups: Group[]): Atom | undefined {
  switch (pattern[at]) {
    case '\\':
      return { end: at + 2, choices: ONE }
    case '[':
      return { end: endOfClass(pattern, at), choices: ONE }
    case '(': {
      groups.push(newGroup())
      const head = /^\(\?(?:[:=!]|<[=!]|<\w+>)/.exec(pattern.slice(at, at + 80))
      return { end: at + (head?.[0].length ?? 1), choices: ONE, opens: true }
    }
    case ')': {
      const closed = groups.length > 1 ? groups.pop() : undefined
      return closed && { end: at + 1, choices: whole(closed) }
    }
    default:
      return { end: at + 1, choices: ONE }
  }
}

function endOfClass(pattern: string, at: number): number {
  let end = at + 1
  if (pattern[end] === '^') end++
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1
  return end + 1
}

interface Times {
  readonly end: number
  readonly least: number
  readonly most: number
}

function repetition(pattern: string, at: number): Times {
  const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(pattern.slice(at, at + 24))
  if (!found) return { end: at, least: 1, most: 1 }
  const end = at + found[0].length
  const sign = found[0][0]
  if (sign !== '{') return { end, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY }
  const least = Number(found[1])
  return { end, least, most: found[2] === undefined ? least : found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY }
}

function repeated(choices: Choices, { least, most }: Times): Choices {
  const plain = choices.factor === 1 && choices.degree === 0
  if (most === Number.POSITIVE_INFINITY) return plain ? { factor: 1, degree: 1 } : ENDLESS
  if (plain) return { factor: most - least + 1, degree: 0 }
  return { factor: (most - least + 1) * Math.max(1, choices.factor) ** most, degree: choices.degree * most }
}
