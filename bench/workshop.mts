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

/** From the key to the finding shown, as the page itself sees both. */
async function keyToFinding(page: Page, sheet: SheetPage, row: number): Promise<number> {
  const column = await page.evaluate(() => {
    const headers = [...document.querySelectorAll('[role="columnheader"][data-column]')]
    return Number(
      headers.find(header => /date|puissance/i.test(header.textContent ?? ''))?.getAttribute('data-column') ?? 3,
    )
  })
  await sheet.cell(row, column).click()
  await page.keyboard.type('pas une valeur')
  await page.evaluate(() => {
    const seen = window as unknown as { began: number; took?: number }
    document.addEventListener('keydown', event => event.key === 'Enter' && (seen.began = performance.now()), true)
    const look = (): void => {
      if (seen.took === undefined && document.querySelector('.sheet-cell.is-error'))
        seen.took = performance.now() - seen.began
    }
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class'],
    })
  })
  await page.keyboard.press('Enter')
  const took = await page.waitForFunction(() => (window as unknown as { took?: number }).took)
  return Number(await took.jsonValue())
}

/** Frames a second while the sheet goes down three screens a frame's worth at a time. */
const framesWhileScrolling = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const grid = document.querySelector('[role="grid"]') ?? document.documentElement
        const began = performance.now()
        let frames = 0
        const next = (): void => {
          frames++
          grid.scrollTop += 120
          if (performance.now() - began < 3_000) requestAnimationFrame(next)
          else resolve(frames / ((performance.now() - began) / 1000))
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
    .getByText(/conforme à/)
    .first()
    .waitFor({ timeout: 60_000 })
  const key = await keyToFinding(page, sheet, 2)
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
    'key to finding, 5,000 x 40 (ms)': Math.round(key),
    'frames a second, 50,000 rows scrolled': Math.round(frames),
    'frames a second, empty page': Math.round(empty),
  })
} finally {
  await browser.close()
  await carnet.remove()
}
