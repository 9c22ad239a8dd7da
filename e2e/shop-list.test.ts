import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, NO_BROWSER, openBrowser, openWindow, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { SheetPage, Town } from './town.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SET = 'commerces-et-leurs-horaires'

/** Épône's story: the shop list, then the richer list of five sheets that arrives late, to one valid, merged set. */
describe.skipIf(!chromiumPath)(`la liste des commerces${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let page: Page
  let sheet: SheetPage

  beforeAll(async () => {
    carnet = await Carnet.start('--example')
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
    sheet = new SheetPage(page, SET)
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  /** The proposal that follows a file is made, and the whole of it is shown. */
  const prepared = (sources: number) =>
    new Town(carnet).until(async () => {
      const state = (await new Town(carnet).get(`/sets/${SET}`)) as { job?: string; sources: number; rows?: number }
      return state.job === undefined && state.sources === sources && state.rows !== undefined
    })
  const rowsShown = async (): Promise<number> =>
    Number(await page.getByRole('grid').getAttribute('aria-rowcount', { timeout: 60_000 })) - 1
  const tab = (name: RegExp) => page.getByRole('link', { name }).or(page.getByRole('tab', { name })).first()

  test('ten wishes wait on the home page, with the files received', async () => {
    await page.goto('/atelier/')
    await page.getByRole('link', { name: /10 fichiers reçus/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Fichiers reçus' }).waitFor()
    await page.getByText('liste entreprises 2020.xlsx').first().waitFor()
  })

  test('the shop list is put in its set, and read as it is: its title and total are left out, in sight', async () => {
    await page.getByRole('button', { name: 'Mettre dans « Commerces et leurs horaires »' }).click()
    await page.getByText('« commerces.xlsx » est dans « Commerces et leurs horaires »').first().waitFor()
    await prepared(1)
    await page.goto(`/atelier/jeux/${SET}/sources`)
    await page.getByRole('button', { name: /Voir ce qui a été lu/ }).click()
    await page.getByText(/total/i).first().waitFor()
    await expectAccessible(page, 'Sources, aperçu ouvert')
    await sheet.open()
    expect(await rowsShown()).toBe(60)
  })

  test('a correction by hand is kept when the late list arrives', async () => {
    await sheet.write(0, 2, 'Société Lune Rousse')
    await sheet.saved().waitFor()
    await page.goto('/atelier/fichiers')
    const late = page.getByRole('listitem').filter({ hasText: 'liste entreprises 2020.xlsx' }).last()
    await late.getByRole('button', { name: /Dans quel jeu|Choisir/ }).click()
    await page.getByRole('option', { name: 'Commerces et leurs horaires' }).click()
    await late.getByRole('button', { name: 'Mettre ici' }).click()
    await page.getByText('« liste entreprises 2020.xlsx » est dans').first().waitFor()
    await prepared(2)
    await sheet.open()
    const rows = await rowsShown()
    // 60 and 284 rows, 45 of them the same shops under another writing: the few doubtful pairs are asked, not merged.
    expect(60 + 284 - rows).toBeGreaterThanOrEqual(42)
    expect(60 + 284 - rows).toBeLessThanOrEqual(45)
    await sheet.cell(0, 2).getByText('Société Lune Rousse').waitFor()
    await page.goto(`/atelier/jeux/${SET}/sources`)
    await page
      .getByText(/lignes? (?:communes?|se retrouve)/i)
      .first()
      .waitFor({ timeout: 60_000 })
    await expectAccessible(page, 'Sources, deux listes')
  })

  test('what is certain is corrected in one click, what only a person knows is decided by her, until nothing blocks', async () => {
    await sheet.open()
    await page
      .getByText(/conforme à/)
      .last()
      .waitFor({ timeout: 60_000 })
    const blocking = page.locator('.clean-side .clean-item').filter({ has: page.locator('.badge-error, .is-error') })
    for (let rounds = 0; rounds < 12 && (await blocking.count()) > 0; rounds++) {
      const first = blocking.first()
      const before = await first.textContent()
      const mend = first.getByRole('button', { name: /^Corriger/ })
      if (await mend.count()) await mend.click()
      else await emptyColumnOf(first)
      await page.waitForFunction(
        text => document.querySelector('.clean-side .clean-item')?.textContent !== text,
        before,
        { timeout: 60_000 },
      )
    }
    expect(await blocking.count()).toBe(0)
    await sheet.saved().waitFor({ timeout: 60_000 })
  }, 300_000)

  /** She leaves empty the hours that nobody can tell: the rows to look at, the column from top to bottom, Suppr. */
  async function emptyColumnOf(problem: ReturnType<Page['locator']>): Promise<void> {
    await problem.getByRole('button', { name: /^Voir/ }).click()
    const column = Number(await page.locator('[role="gridcell"][tabindex="0"]').getAttribute('data-column'))
    const onlyProblems = page.getByRole('switch', { name: 'Seulement les lignes à vérifier' })
    if (!(await onlyProblems.isChecked())) await page.getByText('Seulement les lignes à vérifier').click()
    await page.locator('[role="grid"]').evaluate(grid => grid.scrollTo({ top: 0 }))
    await sheet.cell(0, column).click()
    for (let jumps = 0; jumps < 80; jumps++) await page.keyboard.press('Control+Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await page.getByText('Seulement les lignes à vérifier').click()
  }

  test('the report says that the file may be published, and the command line agrees, cell by cell', async () => {
    await tab(/Vérification/).click()
    await page.getByText(/peut être publié/).waitFor({ timeout: 60_000 })
    await expectAccessible(page, 'Vérification')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Le tableau en CSV/ }).click(),
    ])
    const csv = await download.path()
    const rows = Papa.parse<Record<string, string>>(readFileSync(csv, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data
    expect(rows.length).toBeGreaterThan(290)
    expect(rows[0]).toMatchObject({ raison_sociale: 'Société Lune Rousse' })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    const { VITEST: _, ...env } = process.env
    const args = ['bin/carnet.mjs', 'check', csv, '--model', 'carnet-commerces', '--json']
    const check = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' })
    expect(JSON.parse(check.stdout)).toMatchObject({ valid: true })
  })

  test('nothing failed in the page', () => {
    expect(window.faults).toEqual([])
  })
})
