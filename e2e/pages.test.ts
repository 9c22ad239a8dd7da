import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectGoodForAll, NO_BROWSER, openBrowser, openWindow, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { openFirst, settled } from './pages.ts'
import { Town } from './town.ts'

/** Every page of the workshop, with something in it, as everybody may meet it. */
describe.skipIf(!chromiumPath)(`les pages${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let town: Town
  let slug: string
  const links = new Map<string, string>()

  beforeAll(async () => {
    carnet = await Carnet.start('--example')
    town = new Town(carnet)
    slug = await town.slugOf('Stationnements vélos')
    await town.put(slug, 'stationnement velos.csv')
    for (const type of ['fill', 'complete', 'approve', 'read'] as const) {
      const columns = ['commentaires', 'capacite', 'proprietaire', 'couverture']
      const scope = { type, set: slug, ...((type === 'fill' || type === 'complete') && { columns }) }
      const { address } = (await town.post('/links', { scope, label: 'Dominique, accueil' })) as { address: string }
      links.set(type, new URL(address).pathname)
    }
    const spare = await town.createSet('Un jeu de trop', 'carnet-associations')
    await town.ask(`/sets/${spare}`, { method: 'DELETE' })
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const goTo = async (path: string): Promise<Page> => {
    const { page } = window
    await page.setViewportSize({ width: 1440, height: 800 })
    await page.goto(path)
    await settled(page)
    return page
  }
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

  test.each([
    ['home', '/atelier/', /Bonjour Camille/],
    ['the sets', '/atelier/jeux', 'Jeux de données'],
    ['a new set, by theme', '/atelier/jeux/nouveau', 'Que voulez-vous ouvrir ?'],
    ['files received', '/atelier/fichiers', /fichiers à ranger/],
    ['the exact list', '/atelier/journal', 'Liste exacte'],
    ['the trash', '/atelier/corbeille', 'Un jeu de trop'],
    ['the team', '/atelier/equipe', 'Liens sans compte'],
    ['the town', '/atelier/commune', /La commune/],
    ['long jobs', '/atelier/travaux', 'Travaux longs'],
    ['help', '/atelier/aide', 'Aide'],
    ['models', '/atelier/modeles', 'Modèles'],
    ['a model', '/atelier/modeles/schema-dae', /Défibrillateurs/],
    ['a new model', '/atelier/modeles/nouveau', /modèle/i],
    ['an address of the workshop that leads nowhere', '/atelier/nulle-part', 'Page introuvable'],
    ['the public page', '/', /Les données ouvertes/],
    ['an address that leads nowhere', '/nulle-part', 'Cette page n’existe pas'],
  ])('%s', async (name, path, title) => {
    const page = await goTo(path)
    await heading(page, title)
    await expectGoodForAll(page, name)
  })

  test.each([
    ['sources', 'sources', 'Sources'],
    ['columns', 'colonnes', 'Colonnes'],
    ['cleaning', 'nettoyage', 'Nettoyage'],
    ['to complete', 'a-completer', 'À compléter'],
    ['checking', 'verification', 'Vérification'],
    ['new year’s file', 'nouveau-fichier', 'Nouveau fichier'],
    ['entry', 'saisie', 'Ajouter une ligne'],
    ['map', 'carte', 'Placer sur la carte'],
  ])('a set: %s', async (name, tab, title) => {
    const page = await goTo(`/atelier/jeux/${slug}/${tab}`)
    await heading(page, title)
    await expectGoodForAll(page, name)
  })

  test('the tabs of a set that has no file yet', async () => {
    const empty = await town.slugOf('Lieux de covoiturage')
    for (const tab of ['sources', 'colonnes', 'nettoyage', 'a-completer', 'verification']) {
      const page = await goTo(`/atelier/jeux/${empty}/${tab}`)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await expectGoodForAll(page, `${tab}, no file`)
    }
  })

  test('on a phone the sheet is read as cards, and a row opens alone', async () => {
    const page = await goTo(`/atelier/jeux/${slug}/nettoyage`)
    await page.setViewportSize({ width: 360, height: 800 })
    await openFirst(page, page.locator('.clean-card').first())
    await expectGoodForAll(page, 'a row in a window')
  })

  test.each([
    ['the history of a set', (set: string) => `/atelier/jeux/${set}/sources`, 'Historique'],
    ['an invitation', () => '/atelier/equipe', 'Inviter une personne'],
    ['a new link', () => '/atelier/equipe', 'Créer un lien'],
    ['the name of a new set', () => '/atelier/jeux/nouveau', /^Choisir/],
    ['a question handed to somebody', (set: string) => `/atelier/jeux/${set}/a-completer`, /^Demander à/],
  ])('in a window over the page: %s', async (name, path, button) => {
    const page = await goTo(path(slug))
    await openFirst(page, page.getByRole('button', { name: button }).first())
    await settled(page)
    await expectGoodForAll(page, name)
  })

  test('a new set, by model or from a sheet of one’s own', async () => {
    const page = await goTo('/atelier/jeux/nouveau')
    for (const tab of ['Par modèle', 'Autre chose']) {
      await page.setViewportSize({ width: 1440, height: 800 })
      await page.getByRole('tab', { name: tab }).click()
      await settled(page)
      await expectGoodForAll(page, `new set, ${tab}`)
    }
  })

  test.each(['fill', 'complete', 'approve', 'read'])('what a link without an account opens: %s', async type => {
    const page = await goTo(links.get(type)!)
    await page.getByRole('heading', { level: 1, name: /Stationnements vélos/ }).waitFor()
    await expectGoodForAll(page, `link ${type}`)
  })

  test('a link that opens nothing', async () => {
    const page = await goTo('/atelier/lien/aaaaaaaaaaaaaaaaaaaaaaaaaaaa')
    await page.getByText('Ce lien ne s’ouvre pas').waitFor()
    await expectGoodForAll(page, 'unknown link')
  })

  test('the report is printed without the navigation around it', async () => {
    const page = await goTo(`/atelier/jeux/${slug}/verification`)
    await page.getByRole('heading', { name: 'Ce qui a été vérifié' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByText(/de conformité/).isVisible()).toBe(true)
    expect(await page.getByRole('heading', { level: 1, name: /Stationnements vélos/ }).isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  test('nothing failed in the pages, and the policy refused nothing', () => {
    expect(window.faults).toEqual([])
  })
})
