/**
 * A clean CSV of about 200 MB, of the shape of the national base of charging points: the bytes alone, CSV parsers, DuckDB's reader, and `carnet check`,
 * which reads, decodes and judges every rule. Each in a process of its own, by turns. Then `tableschema` on a slice.
 * Prints a table. `npm run bench:check [-- MEGABYTES]`
 */
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const REAL = at('../../shared/data/real/challengedata3/irve-consolidation-v2.0.0-20210718.csv')
const MODEL = 'schema-irve-statique'
const SCHEMA = at(`../models/${MODEL}/schema.json`)
const TURNS = 3
/** Rows that `tableschema` takes in some seconds. */
const SLICE = 20_000
const megabytes = Number(process.argv[2] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'carnet-bench-'))

/** The header and some 1,300 rows: the real base when it is here, else rows of the same shape. */
function sample(): { header: string; body: string } {
  const text = existsSync(REAL) ? readFileSync(REAL, 'utf8') : synthetic()
  const end = text.indexOf('\n') + 1
  return { header: text.slice(0, end), body: text.endsWith('\n') ? text.slice(end) : `${text.slice(end)}\n` }
}

function synthetic(): string {
  const { fields } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { fields: { name: string }[] }
  const values: Record<string, (n: number) => string> = {
    nom_operateur: n => `Opérateur ${n % 40}`,
    contact_operateur: n => `contact${n % 40}@exemple.fr`,
    nom_enseigne: n => `Enseigne ${n % 60}`,
    id_station_itinerance: n => `FRABCP${10_000 + Math.floor(n / 2)}`,
    nom_station: n => `Parking de la gare ${n % 700}`,
    implantation_station: n => ['Voirie', 'Parking public', 'Station dédiée à la recharge rapide'][n % 3]!,
    adresse_station: n => `${1 + (n % 90)} rue de l'Église ${78_000 + (n % 900)} Ville-sur-Seine`,
    code_insee_commune: n => String(78_000 + (n % 600)),
    coordonneesXY: n => `[${(1 + (n % 997) / 1000).toFixed(5)},${(48 + (n % 883) / 1000).toFixed(5)}]`,
    nbre_pdc: n => String(1 + (n % 4)),
    id_pdc_itinerance: n => `FRABCE${10_000 + n}`,
    puissance_nominale: n => ['7.4', '22', '50'][n % 3]!,
    tarification: n => `${n % 9} € la session`,
    condition_acces: n => ['Accès libre', 'Accès réservé'][n % 2]!,
    horaires: n => ['24/7', 'Mo-Sa 08:00-20:00', 'Mo-Fr 09:00-12:00,14:00-18:00'][n % 3]!,
    accessibilite_pmr: n => ['Accessibilité inconnue', 'Non accessible'][n % 2]!,
    restriction_gabarit: () => 'Hauteur maximale 2 m',
    date_maj: n => `2021-0${1 + (n % 7)}-1${n % 9}`,
  }
  const flag = (n: number) => (n % 2 === 0 ? 'true' : 'false')
  const flags = /^(?:prise_|paiement_acte|reservation|station_deux_roues|gratuit)/
  const quoted = (text: string) => (text.includes(',') ? `"${text}"` : text)
  const cell = (name: string, n: number) => quoted(values[name]?.(n) ?? (flags.test(name) ? flag(n) : ''))
  const rows = Array.from({ length: 1_300 }, (_, n) => fields.map(({ name }) => cell(name, n)).join(','))
  return [fields.map(({ name }) => name).join(','), ...rows, ''].join('\n')
}

async function makeFile(name: string, size: number): Promise<string> {
  const { header, body } = sample()
  const path = join(folder, name)
  const out = createWriteStream(path)
  out.write(header)
  for (let written = 0; written < size; written += Buffer.byteLength(body))
    if (!out.write(body)) await new Promise<void>(resolve => out.once('drain', () => resolve()))
  await new Promise<void>(resolve => out.end(resolve))
  return path
}

interface Run {
  readonly seconds: number
  readonly cpu: number
  readonly rss: number
  readonly out: string
}

/** The process tells what it used at its end: wall time counts its start, which every command has. */
const USED =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process._rawDebug("used",u.maxRSS,u.userCPUTime+u.systemCPUTime)})'

function run(...args: string[]): Run {
  const start = performance.now()
  const { stdout, stderr, error } = spawnSync(process.execPath, ['--import', USED, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  })
  const seconds = (performance.now() - start) / 1000
  const used = /used (\d+) (\d+)/.exec(stderr)
  if (error || !used) throw new Error(`${args.join(' ')}: ${error ?? stderr}`)
  return { seconds, cpu: Number(used[2]) / 1e6, rss: Number(used[1]) / 1024, out: stdout }
}

const rival = (name: string, ...files: string[]) => run(at('./csv-rivals.mjs'), name, ...files)
const check = (file: string) => run(at('../dist/cli.mjs'), 'check', file, '--model', MODEL, '--json')

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
const middle = (runs: readonly Run[], of: 'seconds' | 'cpu' | 'rss'): number => median(runs.map(one => one[of]))

const PARSERS = ['papaparse, streaming', 'papaparse, whole text', 'uDSV, whole text']
const DUCKDB = 'DuckDB read_csv'

async function compare(): Promise<void> {
  const file = await makeFile('charging.csv', megabytes * 1024 * 1024)
  const size = statSync(file).size / 1024 / 1024
  const contenders: Record<string, () => Run> = {
    'bytes only': () => rival('bytes', file),
    ...Object.fromEntries([...PARSERS, DUCKDB].map(name => [name, () => rival(name, file)])),
    'carnet check': () => check(file),
  }
  const runs = new Map(Object.keys(contenders).map(name => [name, [] as Run[]]))
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, one] of Object.entries(contenders)) runs.get(name)!.push(one())
  console.log(`\n${size.toFixed(0)} MB, ${TURNS} turns, medians\n`)
  console.table(
    [...runs].map(([reader, all]) => ({
      reader,
      'MB/s': Math.round(size / middle(all, 'seconds')),
      'MB per CPU second': Math.round(size / middle(all, 'cpu')),
      'peak MB': Math.round(middle(all, 'rss')),
    })),
  )
  const ours = runs.get('carnet check')!
  const fastest = PARSERS.reduce((a, b) => (middle(runs.get(a)!, 'seconds') <= middle(runs.get(b)!, 'seconds') ? a : b))
  const share = (name: string, of: 'seconds' | 'cpu') =>
    `${Math.round((100 * middle(runs.get(name)!, of)) / middle(ours, of))} %`
  console.log(
    `of the fastest JavaScript parser (${fastest}): ${share(fastest, 'seconds')} of its speed (goal 60 %), ${share(fastest, 'cpu')} by CPU`,
  )
  console.log(
    `of DuckDB's reader: ${share(DUCKDB, 'seconds')} of its speed (goal 40 %), ${share(DUCKDB, 'cpu')} by CPU`,
  )
  rmSync(file)
}

/** Twice and four times the rows: the time follows, the memory does not. */
async function grow(): Promise<void> {
  const rows = []
  for (const times of [1, 2, 4]) {
    const file = await makeFile(`x${times}.csv`, (times * megabytes * 1024 * 1024) / 4)
    const { seconds, cpu, rss } = check(file)
    rows.push({ rows: `${times}x`, seconds: seconds.toFixed(1), CPU: cpu.toFixed(1), 'peak MB': Math.round(rss) })
    rmSync(file)
  }
  console.table(rows)
}

function slice(): void {
  const file = join(folder, 'slice.csv')
  const { header, body } = sample()
  const lines = body.trimEnd().split('\n')
  const rows = Array.from({ length: SLICE }, (_, n) => lines[n % lines.length])
  writeFileSync(file, `${header}${rows.join('\n')}\n`)
  const turns = Array.from({ length: TURNS })
  const theirs = turns.map(() => rival('tableschema', file, SCHEMA))
  const ours = turns.map(() => run('--import', 'tsx', at('./check-slice.mts'), file, MODEL))
  for (const when of ['cold', 'warm']) {
    const took = (runs: Run[]) => median(runs.map(one => JSON.parse(one.out)[when] as number))
    const speed = (runs: Run[]) => `${Math.round(SLICE / took(runs))} rows/s`
    const times = (took(theirs) / took(ours)).toFixed(1)
    console.log(
      `${SLICE} rows, ${when}: tableschema ${speed(theirs)}, carnet ${speed(ours)}, ${times} times as fast (goal 8)`,
    )
  }
}

try {
  await compare()
  await grow()
  slice()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
