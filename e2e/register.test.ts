import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chromiumPath,
  expectAccessible,
  expectGoodForAll,
  NO_BROWSER,
  openBrowser,
  openWindow,
  PHONE,
  type Window,
} from './browser.ts'
import { Carnet } from './carnet.ts'
import { Keyboard } from './keyboard.ts'
import { settled } from './pages.ts'

/** As students made it on day 2 with another program, which lost it. */
const MAP = `<map version="1.0.1"><node TEXT="Mairie d'Épône">
  <node TEXT="Urbanisme"><node TEXT="Paul LEROY"><node TEXT="Lieux de stationnement"/></node></node>
  <node TEXT="Communauté urbaine"><node TEXT="Transports"/></node>
</node></map>`

/** The map of who has what, made, brought in, taken away and compared. */
describe.skipIf(!chromiumPath)(`qui a quoi${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let page: Page

  beforeAll(async () => {
    carnet = await Carnet.start('--example')
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const goTo = async () => {
    await page.goto('/atelier/qui-a-quoi')
    await settled(page)
  }
  const row = (name: string | RegExp) => page.getByRole('row', { name })
  const dialog = () => page.getByRole('dialog')
  const press = (name: string, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true }).first().click()

  /** In the list, arrow after arrow. */
  const downTo = async (hands: Keyboard, target: Locator) => {
    for (let n = 0; n < 60; n++) {
      if (await target.evaluate(one => one === document.activeElement)) return
      await hands.keys('ArrowDown')
    }
    throw new Error(`arrows do not reach ${target}`)
  }

  test('without a mouse: a start, a person with two hats, a set that she holds; kept at each change, undone', async () => {
    await goTo()
    const hands = new Keyboard(page)
    const pressed = (name: string, within: Page | Locator = page) =>
      hands.press(within.getByRole('button', { name, exact: true }).first())
    await expectAccessible(page, 'Qui a quoi, vide')
    await pressed('Partir de ces 9 fiches')
    await row(/Direction générale/).waitFor()
    await hands.notLost()

    await downTo(hands, row(/^Direction générale/))
    await hands.keys('Insert')
    await dialog().getByText('Ajouter sous « Direction générale des services »').waitFor()
    await hands.type('Claire Fontaine')
    await hands.to(dialog().getByLabel('Sa casquette ici'))
    await hands.type('Responsable')
    await hands.keys('Enter')
    await dialog().waitFor({ state: 'detached' })
    const panel = page.getByRole('complementary', { name: 'Claire Fontaine' })
    await hands.to(panel.getByLabel('Téléphone'))
    await hands.type('01 99 00 00 11')
    await hands.keys('Tab')
    await pressed('Ajouter un jeu', panel)
    await pressed('Défibrillateurs', dialog())
    await dialog().waitFor({ state: 'detached' })
    await pressed('Ajouter une casquette', panel)
    await hands.to(dialog().getByLabel('Sa casquette ici'))
    await hands.type('Référente données')
    await hands.to(dialog().getByLabel('Nom', { exact: true }))
    await hands.type('vie lo')
    await pressed('Vie locale et culture', dialog())
    await dialog().waitFor({ state: 'detached' })
    await expectAccessible(page, 'la fiche d’une personne')

    // Nothing was pressed to save: a page closed at once loses nothing.
    await page.reload()
    await settled(page)
    expect(await row(/Claire Fontaine/).count()).toBe(2)
    expect(await row(/Claire Fontaine.*aussi ici.*Référente données/).count()).toBe(1)
    await hands.to(row(/^Maire/))
    await downTo(hands, row(/^Claire Fontaine.*Responsable/))
    await hands.keys('Enter')
    expect(await panel.getByLabel('Téléphone').inputValue()).toBe('01 99 00 00 11')

    await hands.to(row(/Claire Fontaine.*Responsable/))
    await hands.keys('Delete')
    const asked = page.getByRole('alertdialog')
    await asked.getByText('attendra un nouveau nom').waitFor()
    await pressed('Retirer', asked)
    await row(/Claire Fontaine/)
      .first()
      .waitFor({ state: 'detached' })
    await hands.notLost()
    await hands.press(page.getByRole('button', { name: /^Annuler : « Claire Fontaine »/ }))
    await row(/Claire Fontaine.*Responsable/).waitFor()
    expect(await row(/Défibrillateurs/).count()).toBe(1)
    expect(window.faults).toEqual([])
  })

  test('a FreeMind map is shown, then added; a photo says what came; pictures, table and map are taken away', async () => {
    await goTo()
    await press('Photos')
    await dialog().getByLabel('Nom de la photo').fill('Fin du jour 2')
    await press('Prendre la photo', dialog())
    await dialog().getByText('Rien n’a changé entre les deux.').waitFor()
    await page.keyboard.press('Escape')

    await press('Importer')
    const file = { name: 'carte.mm', mimeType: 'application/x-freemind', buffer: Buffer.from(MAP) }
    await page.locator('input[type="file"]').setInputFiles(file)
    await dialog().getByText('Rien n’est encore ajouté.').waitFor()
    expect(await dialog().getByRole('listitem').allInnerTexts()).toHaveLength(3)
    await expectAccessible(page, 'ce qu’une carte ajouterait')
    await dialog()
      .getByRole('button', { name: /Nature de Transports/ })
      .click()
    await page.getByRole('option', { name: 'Service' }).click()
    await press('Ajouter ces 3 fiches', dialog())
    await dialog().waitFor({ state: 'detached' })
    await row(/Paul LEROY/).waitFor()
    expect(await row(/Transports, Service/).count()).toBe(1)

    await press('Photos')
    await dialog().getByRole('heading', { name: 'Arrivés' }).waitFor()
    expect(await dialog().textContent()).toContain('Paul LEROY détient Lieux de stationnement')
    await expectAccessible(page, 'deux photos comparées')
    await page.keyboard.press('Escape')

    const taken = async (name: RegExp) => {
      await page.getByRole('button', { name: 'Exporter' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name }).click()
      return readFileSync(await (await download).path())
    }
    expect((await taken(/SVG/)).toString()).toContain('Paul LEROY')
    const png = await taken(/PNG/)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBeGreaterThan(1500)
    expect((await taken(/CSV/)).toString()).toContain('Personne;Paul LEROY;Urbanisme')
    const map = await taken(/FreeMind/)
    await press('Importer')
    await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: map })
    await dialog().getByText('0 fiche nouvelle').waitFor()
    await page.keyboard.press('Escape')
    expect(window.faults).toEqual([])
  })

  test('with a mouse: a box dropped on another is below it, and back; good for all; on a phone the list alone', async () => {
    await goTo()
    const box = (name: string) => page.locator('.rg-box', { hasText: name }).first().locator('rect')
    const middle = async (name: string) => {
      const { x, y, width, height } = (await box(name).boundingBox())!
      return [x + width / 2, y + height / 2] as const
    }
    await press('Tout voir')
    await page.mouse.move(...(await middle('Paul')))
    await page.mouse.down()
    await page.mouse.move(...(await middle('Finances')), { steps: 5 })
    await page.mouse.up()
    await page.getByText('Déplacé.').first().waitFor()
    await page.locator('.rg-box', { hasText: 'Paul' }).first().click()
    const panel = page.getByRole('complementary', { name: 'Paul LEROY' })
    await panel.getByRole('button', { name: 'Finances', exact: true }).waitFor()
    await press('Agrandir')
    await page.getByRole('button', { name: /^Annuler : « Paul LEROY » déplacé/ }).click()
    await panel.getByRole('button', { name: 'Urbanisme', exact: true }).waitFor()
    await press('Fermer la fiche')
    await expectGoodForAll(page, 'Qui a quoi')

    const phone = await openWindow(browser, carnet.address, PHONE)
    await phone.page.goto('/atelier/qui-a-quoi')
    await settled(phone.page)
    expect(await phone.page.locator('.rg-map').count()).toBe(0)
    await phone.page.getByRole('row', { name: /Lieux de stationnement/ }).tap()
    await phone.page.getByRole('dialog').getByText('Paul LEROY').waitFor()
    await expectAccessible(phone.page, 'un jeu, au téléphone')
    expect([...window.faults, ...phone.faults]).toEqual([])
    await phone.context.close()
  })
})
