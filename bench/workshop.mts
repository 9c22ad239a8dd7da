/**
 * The sheet in this machine's Chromium: opening a set of 5,000 rows x 40 columns, a keystroke to its finding, scrolling 50,000 rows. Reference: the
 * same browser opening the same server's page of help, and an empty page that only counts its frames. `npm run build`, then `npm run bench:workshop`.
 */
import type { Page } from 'playwright-core'
import { openBrowser, openWindow } from '../e2e/browser.ts'
import { Carnet } from '../e2e/carnet.ts'
import { SheetPage, Town } from '../e2e/town.ts'
import { loadModel } from '../src/adapters/models/load.ts'

const RUNS = 5
const KEYS = 12
const MODEL = 'schema-irve-statique'

/** The model's own columns and its own example, each row with its own identifiers. */
async function sheetOf(rows: number, columns: number): Promise<string> {
  const { fields } = await loadModel(MODEL)
  const names = fields.slice(0, columns).map(field => field.name)
  const more = Array.from({ length: Math.max(0, columns - names.length) }, (_, at) => `remarque ${at + 1}`)
  const cells = (row: number): string[] => [
    ...fields.slice(0, columns).map(({ name, examples }) => {
      const example = (examples[0] ?? '').replace(/[;\n"]/g, ' ')
      return /^id_/.test(name)
        ? example.replace(/\d{2,}$/, digits => String(row).padStart(digits.length, '0'))
        : example
    }),
    ...more.map((_, at) => `note ${row}-${at}`),
  ]
  return [[...names, ...more], ...Array.from({ length: rows }, (_, row) => cells(row))]
    .map(line => line.join(';'))
    .join('\n')
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

/** How long after the key what it makes wrong is said, as the page itself sees both: in the editor for a letter, in the cell for Enter. */
const keyToFinding = (page: Page, key: string, finding: string): Promise<number> =>
  page
    .evaluate(
      ({ finding }) => {
        const seen = window as unknown as { began: number; took?: number }
        delete seen.took
        addEventListener('keydown', () => (seen.began = performance.now()), { capture: true, once: true })
        const watcher = new MutationObserver(() => {
          if (!document.querySelector(finding)) return
          seen.took = performance.now() - seen.began
          watcher.disconnect()
        })
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })
      },
      { finding },
    )
    .then(() => page.keyboard.press(key))
    .then(() => page.waitForFunction(() => (window as unknown as { took?: number }).took))
    .then(async took => Number(await took.jsonValue()))

interface Keys {
  readonly letters: number[]
  readonly enters: number[]
}

/** A value that the model refuses, typed over the addresses of some rows: the first letter and the last key. */
async function writeWrongly(page: Page, sheet: SheetPage): Promise<Keys> {
  const column = Number(
    await page
      .getByRole('columnheader', { name: /^Courriel/ })
      .first()
      .getAttribute('data-column'),
  )
  const keys: Keys = { letters: [], enters: [] }
  for (let row = 1; row <= KEYS; row++) {
    await sheet.cell(row, column).click()
    keys.letters.push(await keyToFinding(page, 'p', '.sheet-finding.is-error'))
    await page.keyboard.type('as une adresse')
    const cell = `.sheet-cell.is-error[data-at="${row}"][data-column="${column}"]`
    keys.enters.push(await keyToFinding(page, 'Enter', cell))
  }
  return keys
}

interface Frames {
  readonly second: number
  /** Milliseconds between two of them, at worst but for one in a hundred. */
  readonly slow: number
}

/** The sheet goes down by four rows at each frame, three seconds long. */
const framesWhileScrolling = (page: Page): Promise<Frames> =>
  page.evaluate(
    () =>
      new Promise<Frames>(resolve => {
        const grid = document.querySelector('[role="grid"]') ?? document.documentElement
        const times = [performance.now()]
        const next = (): void => {
          grid.scrollTop += 120
          const now = times[times.push(performance.now()) - 1]!
          if (now - times[0]! < 3_000) return void requestAnimationFrame(next)
          const between = times.slice(1).map((time, at) => time - times[at]!)
          between.sort((a, b) => a - b)
          const slow = between[Math.floor(between.length * 0.99)]!
          resolve({ second: between.length / ((now - times[0]!) / 1000), slow })
        }
        requestAnimationFrame(next)
      }),
  )

const carnet = await Carnet.start()
const browser = await openBrowser()
try {
  const town = new Town(carnet)
  await town.begin()
  const slug = await town.createSet('Cinq mille', MODEL)
  await town.give(slug, 'cinq mille.csv', await sheetOf(5_000, 40))
  const big = await town.createSet('Cinquante mille', MODEL)
  await town.give(big, 'cinquante mille.csv', await sheetOf(50_000, 40))

  const { page } = await openWindow(browser, carnet.address)
  // tsx marks the names of functions with a helper that a page does not have.
  await page.addInitScript('globalThis.__name = named => named')
  const sheet = new SheetPage(page, slug)
  const help = []
  const opened = []
  for (let run = 0; run < RUNS; run++) {
    help.push(
      await timed(async () => {
        await page.goto('/atelier/aide')
        await page.getByRole('heading', { level: 1 }).waitFor()
      }),
    )
    opened.push(
      await timed(async () => {
        await page.goto(`/atelier/jeux/${slug}/nettoyage`)
        await sheet.cell(0, 1).waitFor()
      }),
    )
  }
  await page
    .getByText(/lignes, conforme à/)
    .first()
    .waitFor({ timeout: 60_000 })
  const { letters, enters } = await writeWrongly(page, sheet)
  const bigSheet = new SheetPage(page, big)
  await page.goto(`/atelier/jeux/${big}/nettoyage`)
  await bigSheet.cell(0, 1).waitFor({ timeout: 120_000 })
  const frames = await framesWhileScrolling(page)
  await page.goto('about:blank')
  const empty = await framesWhileScrolling(page)
  console.table({
    'a plain page of the workshop (ms)': Math.round(median(help)),
    '5,000 x 40 opened, first cells shown (ms)': Math.round(median(opened)),
    'times a plain page': (median(opened) / median(help)).toFixed(1),
    'letter to finding in the editor, 5,000 x 40 (ms)': Math.round(median(letters)),
    'the longest of them': Math.round(Math.max(...letters)),
    'Enter to finding in the cell (ms)': Math.round(median(enters)),
    'the longest of these': Math.round(Math.max(...enters)),
    'frames a second, 50,000 rows scrolled': Math.round(frames.second),
    'time between two frames, 99 % (ms)': Math.round(frames.slow),
    'frames a second, empty page': Math.round(empty.second),
  })
} finally {
  await browser.close()
  await carnet.remove()
}
