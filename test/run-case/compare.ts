import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from './case-file.ts'
import { type Cells, type Outcome, parseRows } from './outcome.ts'

type Expected = Case['expect']
type Fields = Readonly<Record<string, unknown>>

/** The whole of a long answer would hide what is wrong in it. */
const beginning = (text: string): string => (text.length > 1200 ? `${text.slice(0, 1200)}…` : text)

const show = (value: unknown): string => (typeof value === 'string' ? `« ${value} »` : JSON.stringify(value))

/** Everything that is not as the case expects, in French sentences: an empty list is a success. */
export function differences(folder: string, { expect }: Case, outcome: Outcome): string[] {
  // Nothing was read: there is nothing else to compare.
  if (outcome.exit === 2 && expect.exit !== 2) return [`La commande a refusé : ${outcome.err}`]
  return [
    ...(outcome.exit === expect.exit
      ? []
      : [
          `Code de sortie : j'attendais ${expect.exit}, j'ai lu ${outcome.exit}. ${beginning(outcome.err || outcome.out)}`,
        ]),
    ...outcome.spoilt.map(name => `Le fichier de départ « ${name} » a été changé.`),
    ...inWords(expect, outcome),
    ...inJson(expect, outcome),
    ...inTable(folder, expect, outcome),
    ...inLists(expect, outcome),
  ]
}

const inWords = ({ says = [], doesNotSay = [], refuses = [], lines }: Expected, { out, err }: Outcome): string[] => [
  ...says.filter(text => !out.includes(text)).map(text => `La réponse ne dit pas ${show(text)} : ${beginning(out)}`),
  ...doesNotSay.filter(text => out.includes(text)).map(text => `La réponse dit ${show(text)} : ${beginning(out)}`),
  ...refuses.filter(text => !err.includes(text)).map(text => `Le refus ne dit pas ${show(text)} : ${err}`),
  ...(lines && lines.join('\n') !== out.trimEnd()
    ? [`J'attendais ces lignes :\n${lines.join('\n')}\nj'ai lu :\n${out}`]
    : []),
]

function inJson({ json, counts }: Expected, { out }: Outcome): string[] {
  if (json === undefined && counts === undefined) return []
  const answer: unknown = JSON.parse(out)
  return [
    ...(json === undefined || holds(answer, json) ? [] : [`J'attendais ${show(json)}, j'ai lu ${beginning(out)}`]),
    ...Object.entries(counts ?? {}).flatMap(([path, count]) => {
      const list = path.split('.').reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], answer)
      const length = Array.isArray(list) ? list.length : undefined
      return length === count ? [] : [`« ${path} » : j'attendais ${count} éléments, j'en ai lu ${length}.`]
    }),
  ]
}

/** Objects hold at least these keys, lists at least these elements in this order, the rest is equal. */
export function holds(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return false
    let at = 0
    return expected.every(one => {
      while (at < actual.length && !holds(actual[at], one)) at++
      return at++ < actual.length
    })
  }
  if (typeof expected === 'object' && expected !== null)
    return (
      typeof actual === 'object' &&
      actual !== null &&
      Object.entries(expected).every(([key, value]) => holds((actual as Fields)[key], value))
    )
  return actual === expected
}

function inTable(folder: string, expected: Expected, { files }: Outcome): string[] {
  const { table, rows, contains = [], lacks = [], empty = [], filled = [] } = expected
  if ([table, rows, expected.contains, expected.lacks, expected.empty, expected.filled].every(one => one === undefined))
    return []
  const csv = files.get('table.csv')
  if (csv === undefined) return ['Aucun tableau (table.csv) n’a été écrit.']
  const found = parseRows(csv)
  const hasCells = (row: Cells, wanted: Cells) => Object.entries(wanted).every(([name, text]) => row[name] === text)
  return [
    ...(rows === undefined || rows === found.length ? [] : [`J'attendais ${rows} lignes, j'en ai lu ${found.length}.`]),
    ...(table === undefined ? [] : sameTable(parseRows(readFileSync(join(folder, table), 'utf8')), found)),
    ...contains
      .filter(wanted => !found.some(row => hasCells(row, wanted)))
      .map(wanted => `Aucune ligne ne dit ${show(wanted)}. ${nearest(found, wanted)}`),
    ...lacks.filter(wanted => found.some(row => hasCells(row, wanted))).map(wanted => `Une ligne dit ${show(wanted)}.`),
    ...empty.flatMap(name => fillings(found, name, text => text !== '', 'vide')),
    ...filled.flatMap(name => fillings(found, name, text => text === '', 'remplie')),
  ]
}

function sameTable(expected: readonly Cells[], found: readonly Cells[]): string[] {
  const length =
    expected.length === found.length ? [] : [`J'attendais ${expected.length} lignes, j'en ai lu ${found.length}.`]
  const cells = expected.flatMap((row, r) =>
    Object.entries(row).flatMap(([name, text]) =>
      found[r]?.[name] === text
        ? []
        : [`Ligne ${r + 2}, « ${name} » : j'attendais ${show(text)}, j'ai lu ${show(found[r]?.[name])}.`],
    ),
  )
  return [...length, ...cells]
}

/** The row that has most of the cells wanted, to help whoever reads the failure. */
function nearest(found: readonly Cells[], wanted: Cells): string {
  const alike = (row: Cells) => Object.entries(wanted).filter(([name, text]) => row[name] === text).length
  const best = found.reduce<Cells | undefined>((a, b) => (a && alike(a) >= alike(b) ? a : b), undefined)
  if (!best) return 'Le tableau est vide.'
  return `La plus proche : ${show(Object.fromEntries(Object.keys(wanted).map(name => [name, best[name]])))}`
}

function fillings(found: readonly Cells[], name: string, wrong: (text: string) => boolean, wanted: string): string[] {
  if (found.length > 0 && found[0]![name] === undefined) return [`La colonne « ${name} » n’est pas dans le tableau.`]
  const rows = found.flatMap((row, r) => (wrong(row[name] ?? '') ? [r + 2] : []))
  return rows.length === 0 ? [] : [`« ${name} » devait être ${wanted} ; elle ne l’est pas en ligne ${rows.join(', ')}.`]
}

/** Questions, findings and steps: the ones expected are there, the others are not. */
function inLists(expected: Expected, outcome: Outcome): string[] {
  const { questions, noQuestions, findings, noFindings, steps, noSteps } = expected
  return [
    ...compareLists('question', () => questionsOf(outcome), questions, noQuestions),
    ...compareLists('constat', () => findingsOf(outcome), findings, noFindings),
    ...compareLists('étape', () => stepsOf(outcome), steps, noSteps),
  ]
}

function compareLists(what: string, list: () => Fields[], wanted: Fields[] = [], unwanted: Fields[] = []): string[] {
  if (wanted.length + unwanted.length === 0) return []
  const all = list()
  const answers = (one: Fields) => (item: Fields) =>
    Object.entries(one).every(([key, value]) => says(item[key], key, value))
  return [
    ...wanted
      .filter(one => !all.some(answers(one)))
      .map(one => `Je ne trouve pas (${what}) : ${show(one)}. ${sample(all)}`),
    ...unwanted.flatMap(one => all.filter(answers(one)).map(item => `De trop (${what}) : ${show(item)}`)),
  ]
}

/** Sentences may change: a part of them is enough. */
const says = (actual: unknown, key: string, expected: unknown): boolean =>
  key === 'question' || key === 'message' || key === 'reason'
    ? typeof actual === 'string' && actual.includes(String(expected))
    : holds(actual, expected)

const sample = (all: readonly Fields[]): string =>
  beginning(`Il y a : ${all.map(item => JSON.stringify(item)).join('\n  ')}`)

const questionsOf = ({ files }: Outcome): Fields[] =>
  parseRows(files.get('questions.csv') ?? '').map(({ fichier, feuille, ligne, colonne, valeur, question }) => ({
    file: fichier,
    sheet: feuille,
    line: ligne ? Number(ligne) : undefined,
    column: colonne,
    value: valeur,
    question,
  }))

/** Of `prepare`, in its report; of `check --json`, in its answer. */
const findingsOf = ({ files, out }: Outcome): Fields[] =>
  (JSON.parse(files.get('report.json') ?? out) as { findings: Fields[] }).findings

/** The step's own keys beside `off` and `reason`. */
const stepsOf = ({ files }: Outcome): Fields[] =>
  (
    JSON.parse(files.get('recipe.json') ?? '{"steps":[]}') as { steps: { step: Fields; off?: true; reason: string }[] }
  ).steps.map(({ step, off, reason }) => ({ ...step, off: off ?? false, reason }))
