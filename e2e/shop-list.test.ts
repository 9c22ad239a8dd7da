import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, NO_BROWSER, openBrowser, openWindow, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { SheetPage, Town } from './town.ts'

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

  test('nothing failed in the page', () => {
    expect(window.faults).toEqual([])
  })
})
