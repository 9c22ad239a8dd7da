import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, NO_BROWSER, openBrowser, openWindow } from './browser.ts'
import { Carnet } from './carnet.ts'
import { SHOPS, SheetPage, Town } from './town.ts'

/** The network is cut for ten minutes while 200 cells are typed, the tab is closed and opened again: 200 of 200 are saved. */
describe.skipIf(!chromiumPath)(`hors ligne${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let slug: string
  const typed = Array.from({ length: 200 }, (_, at) => `Société ${at + 1}`)

  beforeAll(async () => {
    carnet = await Carnet.start()
    const town = new Town(carnet)
    await town.begin()
    slug = await town.createSet('Commerces', 'carnet-commerces')
    await town.give(slug, 'commerces.csv', SHOPS(220))
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const corrections = async (): Promise<string[]> => {
    const { steps } = (await new Town(carnet).get(`/sets/${slug}`)) as {
      steps: { step: { type: string; corrections?: { column: string; to: string }[] } }[]
    }
    return steps.flatMap(({ step }) => step.corrections ?? []).map(({ to }) => to)
  }

  test('200 cells typed without network, tab closed: all are there when it is opened again', async () => {
    const { page, context, faults } = await openWindow(browser, carnet.address)
    await page.clock.install()
    const sheet = new SheetPage(page, slug)
    await sheet.open()
    await context.setOffline(true)
    await sheet.cell(0, 2).click()
    for (const [at, text] of typed.entries()) {
      // The first key opens the cell; the rest comes at once, as from a person who pastes or dictates.
      await page.keyboard.press(text[0]!)
      await page.keyboard.insertText(text.slice(1))
      await page.keyboard.press('Enter')
      if (at % 20 === 19) await page.clock.fastForward('01:00')
    }
    await page.getByText('Hors ligne : 200 modifications gardées ici').waitFor()
    expect(await corrections()).toEqual([])
    await page.close()
    await context.setOffline(false)

    const again = await context.newPage()
    await new SheetPage(again, slug).open()
    await new SheetPage(again, slug).saved().waitFor({ timeout: 60_000 })
    await new Town(carnet).until(async () => (await corrections()).length >= 200)
    expect((await corrections()).sort()).toEqual([...typed].sort())
    expect(faults).toEqual([])
    await context.close()
  }, 240_000)

  test('a cell left open when the tab is closed: what was typed in it is not lost', async () => {
    const { page, context } = await openWindow(browser, carnet.address)
    const sheet = new SheetPage(page, slug)
    await sheet.open()
    await sheet.cell(1, 4).click()
    const half = 'moitié tapée par une personne qui ferme tout sans attendr'
    await page.keyboard.type(half)
    // As a person closes a tab, in the instant after her last key.
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    const again = await context.newPage()
    const same = new SheetPage(again, slug)
    await same.open()
    await expect.poll(() => same.cell(1, 4).allInnerTexts(), { timeout: 60_000 }).toEqual([half])
    await context.close()
  })
})
