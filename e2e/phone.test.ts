import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, NO_BROWSER, openBrowser, openWindow, PHONE, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'

/** A set that exists nowhere yet, typed in the street: in a form, then on a map. */
describe.skipIf(!chromiumPath)(`saisie au téléphone${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let page: Page

  beforeAll(async () => {
    carnet = await Carnet.start('--example')
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address, PHONE)
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const button = (name: string | RegExp, exact = true) => page.getByRole('button', { name, exact })
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const typedRows = () => page.getByRole('region', { name: 'Lignes saisies' })
  const save = () => button('Enregistrer et ajouter un autre').tap()
  const keepAnyway = async () => {
    await button('Enregistrer quand même').tap()
    await page
      .getByText(/ajouté|placé/)
      .last()
      .waitFor()
  }

  test('from the set without a file to the form', async () => {
    await page.goto('/atelier/')
    await button('Menu').tap()
    await page.getByRole('link', { name: 'Jeux de données' }).tap()
    await page.getByRole('link', { name: /Lieux de covoiturage/ }).tap()
    await page.getByRole('link', { name: 'Ouvrir le formulaire' }).tap()
    await page.getByRole('heading', { name: 'Ajouter une ligne' }).waitFor()
    await typedRows().getByText('Rien pour l’instant').waitFor()
  })

  test('a value that does not fit is said at once, and the row is kept once it is corrected', async () => {
    await field('Nom du lieu').fill('Place du Marché')
    await field('Type de lieu').selectOption('Parking')
    await page
      .getByRole('radiogroup', { name: /^Ouvert/ })
      .getByText('Oui', { exact: true })
      .tap()
    await field('Adresse').fill('3 place du Marché')
    await button('D’après l’adresse').tap()
    await page.getByText('Position notée : 48.95387, 1.813508').waitFor()
    await page.getByText('Précisions').tap()
    await field('Nombre de places').fill('beaucoup')
    await save()
    const problems = page.getByRole('region', { name: 'Une case est à vérifier' })
    await problems.waitFor()
    await expectAccessible(page, 'une case à vérifier')
    await problems.getByRole('link', { name: 'Nombre de places' }).tap()
    const places = field('Nombre de places')
    await page.waitForFunction(() => document.activeElement?.id === 'saisie-nbre_pl')
    expect(await places.getAttribute('aria-invalid')).toBe('true')
    await places.fill('24')
    expect(await places.getAttribute('aria-invalid')).toBeNull()
    await save()
    await typedRows().getByText('1 ligne', { exact: true }).waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'saisie-nom_lieu')
    expect(await field('Nom du lieu').inputValue()).toBe('')
  })

  test('what is not known yet is left for later: the row is kept without it', async () => {
    await field('Nom du lieu').fill('La gare')
    await save()
    await page.getByRole('region', { name: /cases sont à vérifier/ }).waitFor()
    await keepAnyway()
    await typedRows().getByText('2 lignes', { exact: true }).waitFor()
  })

  test('a row is taken up again, and another is removed', async () => {
    await button('Modifier La gare').tap()
    await page.getByRole('heading', { name: 'Modifier « La gare »' }).waitFor()
    await field('Nom du lieu').fill('Gare routière')
    await button('Enregistrer les changements').tap()
    await button('Enregistrer quand même').tap()
    await button('Modifier Gare routière').waitFor()
    await button('Retirer Gare routière').tap()
    await typedRows().getByText('1 ligne', { exact: true }).waitFor()
    expect(await button('Modifier Place du Marché').count()).toBe(1)
  })

  test('the page closed in the middle of a form: what was typed is there when it is opened again', async () => {
    await field('Nom du lieu').fill('Le cimetière')
    await page.getByText('Précisions').tap()
    await field('Places pour personnes handicapées').fill('2')
    const address = page.url()
    await page.close()
    page = await window.context.newPage()
    await page.goto(address)
    await page.getByRole('heading', { name: 'Ajouter une ligne' }).waitFor()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#saisie-nom_lieu')?.value !== '')
    expect(await field('Nom du lieu').inputValue()).toBe('Le cimetière')
    expect(await field('Places pour personnes handicapées').inputValue()).toBe('2')
    await save()
    await keepAnyway()
    await typedRows().getByText('2 lignes', { exact: true }).waitFor()
  })

  test('a pin is placed with the keys, under the cross of the map', async () => {
    await page.getByRole('link', { name: 'Saisir depuis la carte' }).tap()
    const map = page.getByRole('application')
    await map.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Nouveau point' }).waitFor()
    await field('Nom du lieu').fill('Sous la croix')
    await button('Enregistrer ce point').tap()
    await keepAnyway()
    await page.getByRole('heading', { name: '2 points sur la carte' }).waitFor()
  })

  test('another is placed by its address', async () => {
    await field('Chercher une adresse').fill('1 place du marché')
    await button('Chercher').tap()
    await button(/^1 Place du Marché/, false).tap()
    await page.getByRole('dialog', { name: 'Nouveau point' }).waitFor()
    await field('Nom du lieu').fill('Devant la halle')
    await button('Enregistrer ce point').tap()
    await keepAnyway()
    await page.getByRole('heading', { name: '3 points sur la carte' }).waitFor()
    await page.getByText(/1 ligne n’a pas encore de position/).waitFor()
    await expectAccessible(page, 'la carte, au téléphone')
  })

  test('the list, the cards and the table hold the same rows', async () => {
    await page.getByRole('link', { name: 'Saisir sans la carte' }).tap()
    await typedRows().getByText('4 lignes', { exact: true }).waitFor()
    const names = ['Place du Marché', 'Le cimetière', 'Sous la croix', 'Devant la halle']
    for (const name of names) expect(await button(`Modifier ${name}`).count()).toBe(1)
    await page.getByRole('link', { name: /Nettoyage/ }).tap()
    await page.getByText(/^4 lignes/).waitFor()
    for (const name of names) await page.getByRole('listitem').filter({ hasText: name }).waitFor()
    await button('Voir en tableau').tap()
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('5')
  })

  test('nothing failed in the pages', () => {
    expect(window.faults).toEqual([])
  })
})
