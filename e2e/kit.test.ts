import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
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
import { Keyboard } from './keyboard.ts'
import { settled } from './pages.ts'
import { Town } from './town.ts'

/** The week's six sets are open: they are told, and copied elsewhere. */
describe.skipIf(!chromiumPath)(`faire savoir et copier ailleurs${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let town: Town
  let browser: Browser
  let window: Window
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'carnet-copies-'))

  beforeAll(async () => {
    carnet = await Carnet.start('--example', '--published')
    town = new Town(carnet)
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const goTo = async (path: string) => {
    await page.goto(`/atelier${path}`)
    await settled(page)
  }
  const press = (name: string | RegExp, within: Page | Locator = page) =>
    within
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()

  test('a text is written, kept, taken away; when sets change it stays, and the new one is shown beside', async () => {
    await goTo('/faire-savoir')
    await page.getByLabel('Application de la commune').fill('Épône en Poche')
    await press('Enregistrer')
    await page.getByText('les textes en tiennent compte').first().waitFor()
    await expectGoodForAll(page, 'Faire savoir')

    await page.getByRole('link', { name: 'Communiqué de presse' }).click()
    const text = page.getByRole('textbox', { name: 'Le texte' })
    await expect.poll(() => text.inputValue()).toContain('Épône en Poche')
    await text.fill('# Nos données sont ouvertes\n\nVenez les voir.')
    // A closed tab loses nothing.
    await page.reload()
    await expect.poll(() => text.inputValue()).toContain('Venez les voir.')
    await press('Enregistrer')
    await page.getByText('Carnet n’y touchera plus').waitFor()
    expect(await page.locator('.kit-page').textContent()).toContain('Nos données sont ouvertes')
    await expectGoodForAll(page, 'un texte du kit')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Document Word' }).click()
    expect((await download).suggestedFilename()).toBe('communique.docx')

    await town.post('/sets/monuments-historiques/withdraw', { key: 'retrait', why: 'À relire.' })
    await goTo('/faire-savoir/communique')
    await page.getByText('Vos jeux publiés ont changé depuis').waitFor()
    expect(await text.inputValue()).toContain('Venez les voir.')
    expect(await page.getByRole('region', { name: 'La nouvelle proposition' }).textContent()).toContain(
      'cinq jeux de données',
    )
    await expectAccessible(page, 'un texte et la nouvelle proposition')
    await press('Garder le texte tel quel')
    await page.getByText('Vos jeux publiés ont changé depuis').waitFor({ state: 'detached' })

    await goTo('/faire-savoir/affiche')
    await page.locator('.kit-poster img').evaluate(image => (image as HTMLImageElement).decode())
    await expectAccessible(page, 'l’affiche')
    expect(window.faults).toEqual([])
  })

  test('without a mouse, a folder receives copies: shown first, then sent, and what was changed there is asked', async () => {
    await goTo('/faire-savoir/copies')
    const hands = new Keyboard(page)
    const pressed = (name: string, within: Page | Locator = page) =>
      hands.press(within.getByRole('button', { name, exact: true }).first())
    await pressed('Ajouter un endroit')
    const dialog = page.getByRole('dialog')
    await hands.to(dialog.getByRole('radio', { name: /^data\.gouv\.fr/ }))
    await hands.keys('ArrowUp')
    expect(await dialog.getByRole('radio', { name: /^Un dossier/ }).isChecked()).toBe(true)
    await hands.to(dialog.getByLabel('Nom, pour vous'))
    await hands.keys('Control+a')
    await hands.type('Site de la mairie')
    await hands.to(dialog.getByLabel('Chemin du dossier'))
    await hands.type(folder)
    await pressed('Vérifier', dialog)
    await dialog.getByText('Carnet peut y écrire').waitFor()
    await expectAccessible(page, 'un endroit ajouté')
    await pressed('Ajouter', dialog)
    await dialog.waitFor({ state: 'detached' })
    await hands.notLost()
    await pressed('Choisir les jeux à copier')
    await pressed('Voir ce qui sera fait', dialog)
    await dialog.getByText('Rien n’est encore envoyé').waitFor({ timeout: 60_000 })
    await hands.notLost()
    await expectAccessible(page, 'ce qui sera fait')
    expect(readdirSync(folder)).toEqual([])
    const { published } = (await town.get('/copies')) as { published: unknown[] }
    await pressed('Envoyer', dialog)
    await dialog.waitFor({ state: 'detached' })
    await hands.notLost()
    await page
      .getByText('À jour là-bas')
      .nth(published.length - 1)
      .waitFor({ timeout: 60_000 })
    expect(readdirSync(folder).filter(name => name.endsWith('.csv'))).toHaveLength(published.length)
    await expectGoodForAll(page, 'Copies ailleurs')

    writeFileSync(join(folder, 'defibrillateurs.csv'), 'écrit à la main')
    await press('Comparer avec là-bas')
    await dialog.getByText('il sera mis à jour').or(dialog.getByText('rien ne changera')).first().waitFor()
    await dialog.getByText('Carnet vous demandera avant de continuer').waitFor()
    await expectAccessible(page, 'ce qui est là-bas')
    await press('Fermer', dialog)

    const row = page.getByRole('listitem').filter({ hasText: 'Défibrillateurs' }).first()
    const { places } = (await town.get('/copies')) as {
      places: { id: string; copies: { set: string; slug: string }[] }[]
    }
    const set = places[0]!.copies.find(({ slug }) => slug === 'defibrillateurs')!.set
    await town.post(`/copies/places/${places[0]!.id}/send`, { sets: [set] })
    await page.reload()
    await row.getByText('à vous de choisir').waitFor({ timeout: 60_000 })
    expect(readFileSync(join(folder, 'defibrillateurs.csv'), 'utf8')).toBe('écrit à la main')
    await expectAccessible(page, 'une copie changée là-bas')
    await press(/Remettre ce qui vient de la commune/, row)
    await row.getByText('À jour là-bas').waitFor({ timeout: 60_000 })
    expect(readFileSync(join(folder, 'defibrillateurs.csv'), 'utf8')).not.toContain('à la main')
    expect(window.faults).toEqual([])
  })
})
