import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, NO_BROWSER, openBrowser, openWindow, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { SheetPage, Town } from './town.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SET = 'commerces-et-leurs-horaires'

/** Épône's story: the shop list, then the richer list of five sheets that arrives late, to one merged set that kept what was corrected by hand. */
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
    await page.getByText('dans les deux listes').first().waitFor({ timeout: 60_000 })
    await expectAccessible(page, 'Sources, deux listes')
  })

  test('what is certain is corrected in one click, what only a person knows is decided by her, until nothing blocks', async () => {
    await sheet.open()
    await checked().waitFor({ timeout: 60_000 })
    expect(await blocking().count()).toBeGreaterThan(0)
    await expectAccessible(page, 'Nettoyage, problèmes')
    for (let rounds = 0; rounds < 15 && (await blocking().count()) > 0; rounds++) await mend(blocking().first())
    expect(await blocking().count()).toBe(0)
    await sheet.saved().waitFor({ timeout: 60_000 })
    await expectAccessible(page, 'Nettoyage, plus rien ne bloque')
  }, 300_000)

  const checked = () => page.getByText(/lignes, conforme à/).first()
  const blocking = () => page.locator('.clean-side .clean-item').filter({ has: page.locator('.c-badge-error') })
  const said = () => blocking().locator('.clean-item-head').allTextContents()

  /** What Carnet knows, or else nothing: she leaves empty what the file does not tell. */
  async function mend(problem: Locator): Promise<void> {
    const before = await said()
    const certain = problem.getByRole('button', { name: /^Corriger/ })
    const empty = problem.getByRole('button', { name: /^Laisser/ })
    if (await certain.count()) await certain.click()
    else if (await empty.count()) await empty.click()
    else throw new Error(`nothing to do about ${await problem.textContent()}`)
    await expect.poll(said, { timeout: 60_000 }).not.toEqual(before)
    await checked().waitFor({ timeout: 60_000 })
  }

  test('the report says that the file may be published, and the command line agrees, cell by cell', async () => {
    await page.getByRole('link', { name: /Vérification/ }).click()
    await page
      .getByText(/peut être publié/)
      .first()
      .waitFor({ timeout: 60_000 })
    await expectAccessible(page, 'Vérification')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Le tableau en CSV/ }).click(),
    ])
    const csv = await download.path()
    const { data: rows } = Papa.parse<Record<string, string>>(readFileSync(csv, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    expect(rows.length).toBeGreaterThan(290)
    expect(rows.map(({ raison_sociale }) => raison_sociale)).toContain('Société Lune Rousse')
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(verdictOf(csv)).toMatchObject({ valid: true })
  })

  /** The command line, on the file that was downloaded. */
  function verdictOf(csv: string): unknown {
    const { VITEST: _, ...env } = process.env
    const args = ['bin/carnet.mjs', 'check', csv, '--model', 'carnet-commerces', '--json']
    return JSON.parse(spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' }).stdout)
  }

  test('nothing failed in the page', () => {
    expect(window.faults).toEqual([])
  })
})
