/** Small words that say nothing of what is looked for. */
const EMPTY = new Set(
  'a au aux avec ce ces cette d dans de des du elle en est et il j je l la le les leur liste ma mes mon n nos notre nous on ou où par pour qu que quel quelle quels quelles qui s sa ses son sont sur un une vos votre y'.split(
    ' ',
  ),
)

/** Without case nor accents: « Épône » is « epone », « œuvre » is « oeuvre ». */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/** Words of a text, folded, each at its simplest form. */
export const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '' && !EMPTY.has(word))
    .map(stemmed)

/** A word is found in the singular and in the plural: « locaux » and « local », « vélos » and « vélo », « jeux » and « jeu ». */
export function stemmed(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word
  if (word.endsWith('eaux') || word.endsWith('eux')) return word.slice(0, -1)
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`
  return /[sx]$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** How far the word written may be from the one meant. */
const leeway = (word: string): number => (word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : 2)

/** 1 when it is the word, less when it is its beginning or a slip of the keys, 0 when it is another. */
export function likeness(asked: string, word: string): number {
  if (asked === word) return 1
  if (asked.length >= 2 && word.startsWith(asked)) return 0.7
  const most = leeway(asked)
  if (most === 0 || Math.abs(asked.length - word.length) > most) return 0
  return distance(asked, word, most) <= most ? 0.4 : 0
}

/** Letters added, lost, changed or swapped with their neighbour (optimal string alignment); beyond `most`, any larger number. */
export function distance(a: string, b: string, most: number): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(change, row[j]! + 1, next[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row[b.length]!
}
