/**
 * From a workbook of five sheets to a proposed recipe: read, propose, replay, check. Prints a table; the reference is hucre reading the same file.
 * `npm run bench:prepare`
 */
import { readXlsx } from 'hucre'
import { loadCommunes } from '../src/adapters/communes/load.ts'
import { loadModel } from '../src/adapters/models/load.ts'
import { checkTable } from '../src/core/check/index.ts'
import type { Town } from '../src/core/models/model.ts'
import { openQuestions, propose } from '../src/core/propose/index.ts'
import { sourcesOf } from '../src/core/recipe/sources.ts'
import { tableFromRows } from '../src/core/table/table.ts'
import { readBytes } from '../src/readers/read.ts'
import { writeXlsx } from '../src/writers/xlsx/write-xlsx.ts'

const TOWN: Town = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78', siren: '217802172' }
const SHEETS = ['Centre', 'Gare', 'Élisabethville', 'Zone industrielle', 'Marché']
const HEADER = [
  'ENSEIGNE',
  'Activité',
  'N°',
  'Voie',
  'CP',
  'Ville',
  'Tél.',
  'Mail',
  'N° SIRET',
  'Horaires d’ouverture',
  'Création',
]
const KINDS = ['Boulangerie', 'Coiffure', 'Garage', 'Pharmacie', 'Restaurant', 'Bar - Tabac', 'Fonderie', 'Transport']
const HOURS = [
  'du mardi au samedi de 9h à 12h30 et de 14h à 19h',
  'Lundi au vendredi 8h30-18h, samedi 9h-12h',
  'tous les jours 7h-20h sauf le mercredi',
  'sur rendez-vous',
  'lun-ven 9h/12h 14h/18h',
]

/** Deterministic: the same numbers at each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shop(n: number, random: () => number): string[] {
  const pick = <T,>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const kind = pick(KINDS)
  const digits = String(Math.floor(random() * 1e8)).padStart(8, '0')
  return [
    `${kind.toUpperCase()} ${n}`,
    random() < 0.5 ? kind : kind.toUpperCase(),
    String(1 + Math.floor(random() * 90)),
    `${pick(['rue', 'av.', 'bd', 'place'])} ${pick(['de la Gare', 'des Lilas', 'du Pont', 'Haute'])}`,
    '78680',
    pick(['EPONE', 'Epône', 'Épône']),
    pick([
      `01 ${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4, 6)} ${digits.slice(6)}`,
      `01.${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`,
    ]),
    random() < 0.3 ? `contact${n}@exemple.fr` : '',
    random() < 0.2 ? '4.03564974E+13' : '40356497400034',
    pick(HOURS),
    `${String(1 + (n % 28)).padStart(2, '0')}/0${1 + (n % 9)}/20${10 + (n % 10)}`,
  ]
}

async function workbook(rows: number): Promise<Uint8Array> {
  const random = numbers(rows)
  const all = Array.from({ length: rows }, (_, n) => shop(n, random))
  const size = Math.ceil(rows / SHEETS.length)
  return writeXlsx(
    SHEETS.map((name, at) => ({ name, table: tableFromRows(HEADER, all.slice(at * size, (at + 1) * size)) })),
  )
}

const cpu = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

const model = await loadModel('carnet-commerces')
const communes = loadCommunes()

async function prepare(bytes: Uint8Array) {
  const began = process.cpuUsage()
  const sources = sourcesOf([await readBytes(bytes, 'liste.xlsx')])
  const read = cpu(began)
  const made = propose(sources, model, { town: TOWN, communes })
  const proposed = cpu(began)
  const report = checkTable(made.result.table, model, { town: TOWN, communes })
  const questions = openQuestions(made.result, made.toDecide, report).length
  return { read, proposed, all: cpu(began), steps: made.certain.length, rows: made.result.table.rows.length, questions }
}

async function reference(bytes: Uint8Array): Promise<number> {
  const began = process.cpuUsage()
  await readXlsx(bytes)
  return cpu(began)
}

console.log('rows    read s  recipe s  all s  steps  questions  rows out  hucre reads s  all / hucre')
for (const rows of [284, 2_500, 5_000, 10_000]) {
  const bytes = await workbook(rows)
  const hucre = await reference(bytes)
  const { read, proposed, all, steps, questions, rows: out } = await prepare(bytes)
  const cells = [
    rows,
    read.toFixed(2),
    proposed.toFixed(2),
    all.toFixed(2),
    steps,
    questions,
    out,
    hucre.toFixed(2),
    (all / hucre).toFixed(1),
  ]
  console.log(cells.map((cell, at) => String(cell).padEnd([8, 8, 10, 7, 7, 11, 10, 15, 11][at]!)).join(''))
}
