/**
 * What the public asks of a set of 200,000 rows: requests a second, the slowest of a hundred, and the memory of the server. Reference: a plain file of the
 * package, given by the same server. `npm run bench:public`; one machine does both sides: read the ratios.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [PORT, SECONDS, AT_ONCE] = [3999, Number(process.env.SECONDS ?? 4), 8]
const base = `http://localhost:${PORT}`
const folder = mkdtempSync(join(tmpdir(), 'carnet-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const start = (more: Record<string, string>) =>
  fork(new URL('./public-server.mts', import.meta.url).pathname, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, PORT: String(PORT), FOLDER: folder, ...more },
  })
await once(start({ PREPARE: '1' }), 'exit')
const server = start({})
const told = <T,>(): Promise<T> => new Promise(done => server.once('message', message => done(message as T)))
const ready = told()
await Promise.race([ready, new Promise((_, fail) => server.once('exit', () => fail(new Error('the server ended'))))])
const memory = async (): Promise<number> => {
  const answer = told<{ megabytes: number }>()
  server.send('memory')
  return (await answer).megabytes
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const ask = (
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; size: number; etag: string }> =>
  new Promise((done, fail) => {
    get(base + path, { agent, headers }, (answer: IncomingMessage) => {
      let size = 0
      answer.on('data', (chunk: Buffer) => (size += chunk.length))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, size, etag: String(answer.headers.etag) }))
    }).on('error', fail)
  })

/** `path` is given the number of the request: no two questions alike where it matters. */
async function load(path: (n: number) => string, headers: Record<string, string> = {}) {
  const times: number[] = []
  let [asked, wrong] = [0, 0]
  const began = performance.now()
  const one = async (): Promise<void> => {
    while (performance.now() - began < SECONDS * 1000) {
      const before = performance.now()
      const { status } = await ask(path(asked++), headers)
      if (status >= 400) wrong++
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  times.sort((a, b) => a - b)
  const at = (part: number) => Number(times[Math.floor(times.length * part)]?.toFixed(1))
  return { 'a second': Math.round(times.length / SECONDS), 'median ms': at(0.5), '99 % ms': at(0.99), wrong }
}

console.log(`Memory before anybody asks: ${await memory()} MB`)
const made: Record<string, object> = {}
for (const format of ['csv', 'json', 'geojson', 'parquet', 'xlsx', 'ods']) {
  const before = performance.now()
  const { status, size } = await ask(`/jeux/grand.${format}`)
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  made[format] = { status, MB: (size / 1e6).toFixed(1), 'seconds, first time': seconds, 'memory MB': await memory() }
}
console.table(made)

const { etag } = await ask('/jeux/grand.csv')
const items = '/ogc/collections/grand/items'
const search = '/api/3/action/datastore_search?resource_id=grand'
console.table({
  'a plain file (reference)': await load(() => '/public/pages.css'),
  'page of the set': await load(() => '/jeux/grand'),
  'CSV, kept by the client (304)': await load(() => '/jeux/grand.csv', { 'if-none-match': etag }),
  'CSV, 64 kB of it': await load(() => '/jeux/grand.csv', { range: 'bytes=1000000-1065535' }),
  'table: page of 50': await load(n => `${items}?limit=50&offset=${(n * 50) % 150_000}`),
  'table: one column is a value': await load(n => `${items}?limit=50&nbre_pdc=${1 + (n % 40)}`),
  'map: a box': await load(n => `${items}?limit=50&bbox=1.7,48.8,1.${71 + (n % 20)},48.${81 + (n % 20)}`),
  'search in all columns': await load(n => `${search}&limit=50&q=plage%20${n % 99}`),
  'sort by a number': await load(n => `${search}&limit=50&sort=puissance_nominale%20desc&offset=${(n * 50) % 5000}`),
})
console.log(`Memory after: ${await memory()} MB`)
server.send('end')
agent.destroy()
