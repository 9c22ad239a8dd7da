import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, NO_BROWSER, openBrowser, openWindow, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { SHOPS, SheetPage, Town } from './town.ts'

/** Two browsers on one set: different cells both win, the same cell shows both and asks. */
describe.skipIf(!chromiumPath)(`deux personnes sur un jeu${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let [one, two]: Window[] = []
  let [first, second]: SheetPage[] = []

  beforeAll(async () => {
    carnet = await Carnet.start()
    const town = new Town(carnet)
    await town.begin()
    const slug = await town.createSet('Commerces', 'carnet-commerces')
    await town.give(slug, 'commerces.csv', SHOPS(30))
    browser = await openBrowser()
    one = await openWindow(browser, carnet.address)
    two = await openWindow(browser, carnet.address)
    first = new SheetPage(one.page, slug)
    second = new SheetPage(two.page, slug)
    await first.open()
    await second.open()
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  test('each sees what the other writes in another cell, without asking', async () => {
    await first!.write(0, 2, 'Maison mère')
    await second!.write(1, 2, 'Maison sœur')
    await second!.cell(0, 2).getByText('Maison mère').waitFor()
    await first!.cell(1, 2).getByText('Maison sœur').waitFor()
  })

  test('the same cell written by both at once: both values are shown, and the one that is chosen stays', async () => {
    await two!.context.setOffline(true)
    await second!.write(2, 2, 'Deux')
    await two!.page.getByText(/Hors ligne : 1 modification gardée ici/).waitFor()
    await first!.write(2, 2, 'Un')
    await first!.saved().waitFor()
    await two!.context.setOffline(false)
    for (const { page } of [one!, two!]) {
      const notice = page
        .getByRole('alert')
        .or(page.getByRole('status'))
        .filter({ hasText: 'Deux personnes ont écrit dans la même case' })
      await notice.first().waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: /Garder « Un »/ }).waitFor()
    }
    await two!.page.getByRole('button', { name: /Garder « Deux »/ }).click()
    await first!.cell(2, 2).getByText('Deux').waitFor()
    await second!.cell(2, 2).getByText('Deux').waitFor()
    await one!.page.getByText('Deux personnes ont écrit').waitFor({ state: 'detached' })
  })

  test('what one undoes is undone for the other', async () => {
    await first!.write(4, 2, 'Provisoire')
    await second!.cell(4, 2).getByText('Provisoire').waitFor()
    await one!.page.keyboard.press('Control+z')
    await second!.cell(4, 2).getByText('Provisoire').waitFor({ state: 'detached' })
    await first!.cell(4, 2).getByText('Provisoire').waitFor({ state: 'detached' })
  })

  test('who leaves is no longer said to be here, without waiting for her silence to be noticed', async () => {
    const here = one!.page.locator('.set-others')
    await here.waitFor()
    await two!.page.goto('/atelier/aide')
    await here.waitFor({ state: 'detached', timeout: 10_000 })
  })

  test('nothing failed in either page', () => {
    expect([...one!.faults, ...two!.faults]).toEqual([])
  })
})
