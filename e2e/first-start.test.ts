import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chromiumPath,
  expectAccessible,
  expectGoodForAll,
  NO_BROWSER,
  openBrowser,
  openWindow,
  type Window,
} from './browser.ts'
import { Carnet } from './carnet.ts'

/** From an empty folder to a town at work: what a person does once, by herself. */
describe.skipIf(!chromiumPath)(`premier démarrage${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window

  beforeAll(async () => {
    carnet = await Carnet.start()
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  test('the town is chosen by its INSEE code among those of the same name', async () => {
    const { page } = window
    await page.goto('/')
    await expectAccessible(page, 'la page publique, sans commune')
    await page.goto('/atelier/')
    await page.getByLabel('Votre commune').fill('Boulogne')
    await page.getByRole('radio', { name: /92012/ }).waitFor()
    expect(await page.getByRole('radio', { name: /^Boulogne/ }).count()).toBeGreaterThan(1)
    await expectAccessible(page, 'le choix de la commune')
    await page.getByLabel('Votre commune').fill('78680')
    await page.getByRole('radio', { name: /78217/ }).press('Space')
    await page.getByLabel('Votre prénom et votre nom').fill('Claire Exemple')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Bonjour Claire/ }).waitFor()
    expect(await page.title()).toContain('Carnet')
  })

  test('the home says the one next thing to do, in the light and in the dark, on a phone and on a screen', async () => {
    const { page } = window
    await page.goto('/atelier/')
    await page.getByText('La prochaine chose à faire').waitFor()
    await expectGoodForAll(page, 'l’accueil')
  })

  test('nothing failed in the page, and the policy refused nothing', () => {
    expect(window.faults).toEqual([])
  })
})
