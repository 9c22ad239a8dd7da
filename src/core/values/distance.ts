/**
 * Optimal string alignment distance (insertion, deletion, substitution, swap of neighbours), given up beyond `limit`: returns limit + 1.
 * Only short words are compared here; the cost is length x length.
 */
export function editDistance(a: string, b: string, limit = 3): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, previous, before)
    if (Math.min(...row) > limit) return limit + 1
    before = previous
    previous = row
  }
  return Math.min(previous[b.length]!, limit + 1)
}

function nextRow(a: string, b: string, i: number, previous: number[], before: number[]): number[] {
  const row = [i]
  for (let j = 1; j <= b.length; j++) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1
    let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost)
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    if (swapped) best = Math.min(best, before[j - 2]! + 1)
    row.push(best)
  }
  return row
}
