/**
 * What a browser loads before the workshop's first page can be used, and what it loads only where it is shown. Reference: the budget, 250 kB of
 * compressed script. `npm run build`, then `npm run bench:page`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const DIST = new URL('../dist/workshop', import.meta.url).pathname
const BUDGET = 250_000

const html = readFileSync(join(DIST, 'index.html'), 'utf8')
const first = [...html.matchAll(/(?:src|href)="\/atelier\/(assets\/[^"]+\.js)"/g)].map(match => match[1]!)
const read = (file: string): string => readFileSync(join(DIST, file), 'utf8')

/** Scripts that a script imports at once: they come with it. */
function together(files: readonly string[]): Set<string> {
  const all = new Set<string>()
  const add = (file: string): void => {
    if (all.has(file)) return
    all.add(file)
    for (const match of read(file).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) add(`assets/${match[1]}`)
  }
  files.forEach(add)
  return all
}

const scripts = readdirSync(join(DIST, 'assets')).filter(name => name.endsWith('.js'))
const weights = scripts.map(name => {
  const bytes = readFileSync(join(DIST, 'assets', name))
  return {
    file: `assets/${name}`,
    raw: bytes.length,
    gzip: gzipSync(bytes).length,
    brotli: brotliCompressSync(bytes).length,
  }
})
const before = together(first)
const sum = (key: 'raw' | 'gzip' | 'brotli'): number =>
  weights.filter(({ file }) => before.has(file)).reduce((total, one) => total + one[key], 0)

console.log('Before the first page can be used:')
console.table({
  raw: sum('raw'),
  gzip: sum('gzip'),
  brotli: sum('brotli'),
  'gzip / budget': (sum('gzip') / BUDGET).toFixed(2),
})
console.log('Loaded only where it is shown:')
console.table(
  weights
    .filter(({ file }) => !before.has(file))
    .sort((a, b) => b.gzip - a.gzip)
    .slice(0, 20),
)
