import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, NO_BROWSER, openBrowser, openWindow } from './browser.ts'
import { Carnet } from './carnet.ts'
import { SHOPS, SheetPage, Town } from './town.ts'

/** The server killed without notice while a person types, and started again; the page reloaded in the middle. */
describe.skipIf(!chromiumPath)(`arrêt brutal${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let slug: string

  beforeAll(async () => {
    carnet = await Carnet.start()
    const town = new Town(carnet)
    await town.begin()
    slug = await town.createSet('Commerces', 'carnet-commerces')
    await town.give(slug, 'commerces.csv', SHOPS(30))
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  test('what was typed before, during and after is there, and is typed once', async () => {
    const { page } = await openWindow(browser, carnet.address)
    const sheet = new SheetPage(page, slug)
    await sheet.open()
    await sheet.write(0, 2, 'Avant')
    await sheet.saved().waitFor()
    await carnet.kill()
    await sheet.write(1, 2, 'Pendant')
    await page.getByText(/1 modification gardée ici/).waitFor({ timeout: 60_000 })
    await carnet.start()
    await sheet.write(2, 2, 'Après')
    await sheet.saved().waitFor({ timeout: 60_000 })
    await page.reload()
    for (const [row, text] of ['Avant', 'Pendant', 'Après'].entries())
      await sheet.cell(row, 2).getByText(text).waitFor({ timeout: 60_000 })
    const { entries } = (await new Town(carnet).get(`/sets/${slug}/journal`)) as { entries: { act: string }[] }
    expect(entries.filter(({ act }) => act === 'cells')).toHaveLength(3)
  })

  test('a page reloaded just after a key keeps what was typed', async () => {
    const { page } = await openWindow(browser, carnet.address)
    const sheet = new SheetPage(page, slug)
    await sheet.open()
    await sheet.write(5, 2, 'Recharge')
    await page.reload()
    await sheet.cell(5, 2).getByText('Recharge').waitFor({ timeout: 60_000 })
    await sheet.saved().waitFor()
  })
})
