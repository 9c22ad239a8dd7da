/**
 * What a citizen's browser downloads to show a page of the portal, as it travels (brotli), the map's own script, points and tiles aside. Reference: the
 * budget, 60 kB. `npm run build`, then `npm run bench:portal`; it opens the example town, with the week's six sets, for itself.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.mjs'

const [BUDGET, PORT] = [60_000, 3998]
const ASIDE = /\/map-|carte\.json|geopf/
const folder = mkdtempSync(join(tmpdir(), 'carnet-bench-'))
const base = `http://localhost:${PORT}`
const carnet = spawn(
  process.execPath,
  ['bin/carnet.mjs', 'start', '--data', folder, '--port', String(PORT), '--example', '--published'],
  { cwd: new URL('..', import.meta.url).pathname, stdio: 'ignore' },
)
process.on('exit', () => {
  carnet.kill()
  rmSync(folder, { recursive: true, force: true })
})
while (!(await fetch(`${base}/jeux/defibrillateurs`).catch(() => undefined))?.ok)
  await new Promise(done => setTimeout(done, 500))

const executablePath = findChromium()
if (!executablePath) throw new Error('no Chromium on this machine')
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })

async function weigh(path: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  const asked = new Map<string, { url: string; type: string }>()
  client.on(
    'Network.requestWillBeSent',
    ({ requestId, request, type = 'Other' }) => void asked.set(requestId, { url: request.url, type }),
  )
  const bytes: Record<string, number> = {}
  let aside = 0
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { url = '', type = 'Other' } = asked.get(requestId) ?? {}
    if (ASIDE.test(url)) aside += encodedDataLength
    else bytes[type] = (bytes[type] ?? 0) + encodedDataLength
  })
  await page.goto(base + path, { waitUntil: 'networkidle' })
  await context.close()
  const total = Object.values(bytes).reduce((sum, one) => sum + one, 0)
  return { ...bytes, total, 'total / budget': (total / BUDGET).toFixed(2), 'map, aside': aside }
}

const rows: Record<string, object> = {}
for (const path of [
  '/',
  '/jeux/defibrillateurs',
  '/jeux/commerces-et-leurs-horaires',
  '/mentions-legales',
  '/embed/defibrillateurs',
])
  rows[path] = await weigh(path)
console.table(rows)
await browser.close()
process.exit(0)
