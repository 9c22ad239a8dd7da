import type { Field, Model } from '../../models/model.ts'
import { editDistance } from '../../values/distance.ts'
import { headerKey, headerWords } from './header.ts'
import { isKnownWord, meaningWords } from './words.ts'

/** How much a header looks like a field's name: 0 to 1, with the reason in French. */
export interface NameScore {
  readonly score: number
  readonly reason: string
}

interface Label {
  readonly text: string
  readonly key: string
  readonly words: readonly string[]
  /** As written: cut at spaces, marks and capitals, nothing replaced. */
  readonly bare: readonly string[]
  readonly kind: 'name' | 'title' | 'synonym'
  /** The word that the field's type says already: « places » and « nombre de places » are one count. */
  readonly implied?: string
}

/** Compares headers with the labels of the fields of one model. Rare words weigh more: every field of a model may say « nom ». */
export class NameComparer {
  readonly #labels: readonly (readonly Label[])[]
  readonly #weights = new Map<string, number>()
  readonly #known = new Map<string, readonly NameScore[]>()

  /** Words of the model's title, or of many of its fields: « arbre » in `ID_ARBRE` tells nothing in a model of trees. */
  readonly #common: readonly string[]

  constructor({ fields, id, title }: Pick<Model, 'fields' | 'id' | 'title'>) {
    this.#labels = fields.map(labelsOf)
    const ofTitle = [...meaningWords(title), ...meaningWords(id)].filter(word => !isKnownWord(word))
    this.#common = [...ofTitle, ...commonWords(fields.map(({ name }) => name))]
    const counts = new Map<string, number>()
    for (const labels of this.#labels)
      for (const word of new Set(labels.flatMap(label => label.words))) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, count] of counts) this.#weights.set(word, 1 / (1 + Math.log(count)))
  }

  /** The score of this header for each field, in the order of the fields. `common`: the words that the headers of its table share. */
  scores(header: string, common: readonly string[] = []): readonly NameScore[] {
    const key = JSON.stringify([header, common])
    let scores = this.#known.get(key)
    if (!scores) {
      const label = labelOf(header, 'name')
      const said = new Set([...common, ...this.#common])
      scores = this.#labels.map(labels => best(labels.map(other => this.#compare(label, other, said))))
      this.#known.set(key, scores)
    }
    return scores
  }

  #compare(header: Label, label: Label, said: ReadonlySet<string>): NameScore {
    const same = sameName(header, label) ?? sameWithout(said, header, label)
    if (same) return same
    const dice = this.#dice(header.words, label.words)
    return {
      score: dice * (label.kind === 'name' ? 0.78 : 0.72),
      reason: dice > 0 ? `des mots en commun avec « ${label.text} »` : '',
    }
  }

  #dice(a: readonly string[], b: readonly string[]): number {
    const weigh = (words: Iterable<string>) => {
      let sum = 0
      for (const word of words) sum += this.#weights.get(word) ?? 0.8
      return sum
    }
    const [left, right] = [new Set(a), new Set(b)]
    const shared = [...left].filter(word => right.has(word))
    const total = weigh(left) + weigh(right)
    return total === 0 ? 0 : (2 * weigh(shared)) / total
  }
}

function labelsOf(field: Field): Label[] {
  const labels = [labelOf(field.name, 'name')]
  if (field.title && field.title.length < 80) labels.push(labelOf(field.title, 'title'))
  const implied = impliedWord(field)
  return [...labels, ...field.synonyms.map(text => labelOf(text, 'synonym'))].map(label =>
    implied === undefined ? label : { ...label, implied },
  )
}

function impliedWord({ type }: Field): string | undefined {
  if (type === 'integer' || type === 'number') return 'nombre'
  return type === 'date' ? 'date' : undefined
}

const labelOf = (text: string, kind: Label['kind']): Label => ({
  text,
  key: headerKey(text),
  words: meaningWords(text),
  bare: headerWords(text),
  kind,
})

const best = (scores: readonly NameScore[]): NameScore =>
  scores.reduce((top, score) => (score.score > top.score ? score : top), { score: 0, reason: '' })

function sameName(header: Label, label: Label): NameScore | undefined {
  if (header.key === '' || label.key === '') return undefined
  const kind = label.kind === 'name' ? 0 : 0.02
  if (header.text === label.text)
    return { score: 1 - kind, reason: label.kind === 'name' ? 'même nom' : sameButFor(label) }
  if (header.key === label.key) return { score: 0.97 - kind, reason: sameButFor(label) }
  if (header.words.length > 1 && sameSet(header.words, label.words))
    return { score: 0.93 - kind, reason: `mêmes mots que « ${label.text} »` }
  if (header.words.length === 1 && header.words.join() === label.words.join())
    return { score: (sameWord(header.key, label.key) ? 0.9 : 0.7) - kind, reason: `même sens que « ${label.text} »` }
  if (label.implied !== undefined && sameBut(label.implied, header.words, label.words))
    return { score: 0.88 - kind, reason: `même sens que « ${label.text} »` }
  if (isMisspelt(header, label)) return { score: 0.89 - kind, reason: `« ${label.text} », à une lettre près` }
  if (isTruncated(header, label)) return { score: 0.85 - kind, reason: `« ${label.text} », coupé` }
  return undefined
}

/** One is the other written short (« nb », « nombre »), not another word for the same thing, which needs the values to agree. */
function sameWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short[0] !== long[0]) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

const sameButFor = (label: Label): string =>
  label.kind === 'name' ? 'même nom, aux majuscules et accents près' : `autre nom connu : « ${label.text} »`

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')

function sameBut(word: string, a: readonly string[], b: readonly string[]): boolean {
  if (a.includes(word) === b.includes(word)) return false
  const [x, y] = [a, b].map(words => words.filter(one => one !== word))
  return x!.length > 0 && sameSet(x!, y!)
}

/** Words met in several headers, a quarter of them at least: the name of the table, not of the column. Words of the book always tell something. */
export function commonWords(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names)
    for (const word of new Set(meaningWords(name))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const least = Math.max(3, names.length / 4)
  return [...counts].filter(([word, count]) => count >= least && !isKnownWord(word)).map(([word]) => word)
}

/** `MARCHE_OBJET` and « objet », `EQUIP_NOM` and « nom de l'équipement ». */
function sameWithout(said: ReadonlySet<string>, header: Label, label: Label): NameScore | undefined {
  const [a, b] = [header, label].map(({ words }) => words.filter(word => !said.has(word))) as [string[], string[]]
  if (a.length === 0 || a.length + b.length === header.words.length + label.words.length) return undefined
  return sameSet(a, b) ? { score: 0.86, reason: `même sens que « ${label.text} »` } : undefined
}

/** One letter in six, two in twelve; the digits must be the same (« tel1 » is not « tel2 »), and no known word is a misspelling. */
function isMisspelt(header: Label, label: Label): boolean {
  const { key } = header
  const allowed = key.length >= 12 ? 2 : key.length >= 6 ? 1 : 0
  if (allowed === 0 || digits(key) !== digits(label.key)) return false
  if (editDistance(key, label.key, allowed) > allowed) return false
  const odd = header.words.filter(word => !label.words.includes(word))
  return odd.every(word => !isKnownWord(word))
}

const digits = (key: string): string => key.replace(/\D+/g, ' ')

/** A field name cut at ten letters by an old format, or each word cut: `adresse_sta`, `cond_acces` for `condition_acces`. */
function isTruncated(header: Label, label: Label): boolean {
  if (header.key.length >= 7 && label.key.startsWith(header.key) && header.key.length / label.key.length > 0.4)
    return true
  const [short, long] = [header.bare, label.bare]
  if (short.length !== long.length || short.length < 2) return false
  return short.every((word, n) => long[n]!.startsWith(word) && word.length >= Math.min(3, long[n]!.length))
}
