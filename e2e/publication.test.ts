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
import { SheetPage, Town } from './town.ts'

const FILE = [
  'id;nom;domaine;adresse;code_postal;commune;insee;longitude;latitude;courriel;observations',
  '78217-ASSO-001;Les Amis du Lavoir;patrimoine et mémoire;1 rue du Lavoir;78680;Épône;78217;1.8135;48.9551;claire.martin@laposte.example;',
  '78217-ASSO-002;Épône Basket;sport;2 rue des Sports;78680;Épône;78217;1.8203;48.9526;contact@epone-basket.example;=une équipe par âge',
  '78217-ASSO-003;Chœur de la Mauldre;culture;3 rue de la Gare;78680;Épône;78217;1.8103;48.9571;;',
].join('\n')
const PERSON = 'claire.martin@laposte.example'

/** A seventh set of the example town: from a file received to data that everybody reads, mended, moved and withdrawn. */
describe.skipIf(!chromiumPath)(`un jeu ouvert à tous${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let town: Town
  let browser: Browser
  let window: Window
  let page: Page
  let slug: string

  beforeAll(async () => {
    carnet = await Carnet.start('--example')
    town = new Town(carnet)
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
    slug = await town.createSet('Liste des associations', 'carnet-associations')
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const step = async (id: string, title: string): Promise<void> => {
    await page.goto(`/atelier/jeux/${slug}/publication?etape=${id}`)
    await page.getByRole('heading', { level: 3, name: title }).waitFor({ timeout: 60_000 })
  }
  const box = (label: string): Locator =>
    page.locator('.fiche-box').filter({ has: page.getByRole('heading', { level: 4, name: label, exact: true }) })
  const publicFile = (path: string) => fetch(`${carnet.address}${path}`, { redirect: 'manual' })

  test('a file is put in, and becomes valid', async () => {
    await page.goto(`/atelier/jeux/${slug}/publication`)
    await page.getByText('Il n’y a pas encore de tableau à ouvrir').waitFor()
    await expectAccessible(page, 'Publication, sans tableau')
    await page.getByRole('link', { name: 'Ajouter un fichier' }).click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'assos 2026 v2.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
    await town.prepared(slug)
    await town.until(async () => ((await town.get(`/sets/${slug}`)) as { stage: string }).stage === 'ready')
  })

  test('the fiche is filled as far as Carnet knows; a person answers the rest, one question at a time', async () => {
    await step('fiche', 'La fiche descriptive')
    await box('Titre').getByText('Associations de la ville d’Épône').waitFor()
    await box('Lieu').getByText('Épône (78217)').waitFor()
    await expectGoodForAll(page, 'La fiche')
    const question = page.locator('.question-now')
    await question.getByText('Tous les combien').waitFor()
    const keyboard = new Keyboard(page)
    await keyboard.to(question.getByRole('radio', { name: 'Chaque jour' }))
    await keyboard.keys('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await keyboard.press(question.getByRole('button', { name: 'Enregistrer' }))
    await question.getByText('À quel service écrire').waitFor()
    await keyboard.notLost()
    await question.getByRole('textbox', { name: 'Service' }).fill('Camille Durand')
    await question.getByText('ressemble au nom d’une personne').waitFor()
    await expectAccessible(page, 'La fiche, un contact qui est une personne')
    await question.getByRole('textbox', { name: 'Service' }).fill('Vie associative')
    await question.getByRole('textbox', { name: 'Courriel ou page' }).fill('mairie@epone.example')
    await question.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('La fiche a tout ce qu’il faut').waitFor()
    await keyboard.notLost()
    expect(await box('Mise à jour').textContent()).toContain('Une fois par an')
  })

  test('a box that a person writes is hers; a poor title is advised against; it can be given back', async () => {
    const title = box('Titre')
    await title.getByRole('button', { name: 'Modifier' }).click()
    await title.getByRole('textbox', { name: 'Titre' }).fill('Liste des assos')
    await title.getByRole('button', { name: 'Enregistrer' }).click()
    await title.getByText('Écrit par').waitFor()
    await title.getByText('Dites de quelle ville il s’agit').waitFor()
    await expectAccessible(page, 'La fiche, un titre conseillé')
    await title.getByRole('button', { name: /Prendre « Associations/ }).click()
    await title.getByText('Dites de quelle ville il s’agit').waitFor({ state: 'detached' })
    await new Keyboard(page).notLost()
    await title.getByRole('button', { name: 'Rendre à Carnet' }).click()
    await title.getByText('Rempli par Carnet').waitFor()
    await new Keyboard(page).notLost()
    await box('Licence').getByRole('button', { name: 'Modifier' }).click()
    await box('Licence')
      .getByRole('radiogroup', { name: /OpenStreetMap/ })
      .getByText('Oui')
      .click()
    await expectAccessible(page, 'La fiche, choix de la licence')
    expect(await box('Licence').getByRole('radio', { name: /ODbL/ }).isChecked()).toBe(true)
    await box('Licence').getByRole('button', { name: 'Ne rien changer' }).click()
    await box('Licence').getByText('Licence Ouverte 2.0').waitFor()
  })

  test('nothing opens before the guard’s questions are answered', async () => {
    await step('ouvrir', 'Ouvrir à tous')
    expect(await page.getByRole('button', { name: 'Ouvrir à tous' }).isDisabled()).toBe(true)
    await step('personnes', 'Les données personnelles')
    await page.getByRole('button', { name: 'Chercher les données personnelles' }).click()
    const mail = page.locator('.guard-finding').filter({ hasText: PERSON })
    await mail.waitFor({ timeout: 60_000 })
    await expectGoodForAll(page, 'Les données personnelles')
    await mail.getByText('Ouvrir tel quel').click()
    await mail.getByRole('button', { name: 'Répondre' }).click()
    await mail.getByText('Dites en une phrase pourquoi').waitFor()
    await mail.getByText('Rendre moins précis').click()
    await mail.getByRole('button', { name: 'Répondre' }).click()
    await mail.getByText('Rendu moins précis').first().waitFor()
    await new Keyboard(page).notLost()
    const forms = page.locator('.guard-finding form')
    for (let left = await forms.count(); left > 0; left--) {
      await forms.first().getByText('Ouvrir tel quel').click()
      await forms
        .first()
        .getByRole('textbox', { name: 'Pourquoi peut-on' })
        .fill('Ce sont des associations, pas des personnes.')
      await forms.first().getByRole('button', { name: 'Répondre' }).click()
      await expect.poll(() => forms.count()).toBe(left - 1)
    }
    await page.getByText('Tout a sa réponse').first().waitFor()
    await expectAccessible(page, 'Les données personnelles, tout a sa réponse')
  })

  test('an elected person reads the fiche and the map by a link, remarks on a box and says yes', async () => {
    await step('accord', 'L’accord')
    await expectAccessible(page, 'L’accord')
    await page.getByRole('button', { name: 'Envoyer un lien' }).click()
    await page.getByRole('textbox', { name: 'Pour qui ?' }).fill('Mme Petit, adjointe')
    await page.getByRole('button', { name: 'Créer le lien' }).click()
    const address = await page.getByRole('textbox', { name: 'Adresse à envoyer' }).inputValue()
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click()
    await page.getByText('Prêt, en attente').waitFor()
    const other = await openWindow(browser, carnet.address, PHONE)
    await other.page.goto(address)
    await other.page.getByRole('heading', { name: 'La fiche descriptive' }).waitFor({ timeout: 60_000 })
    await other.page.getByRole('heading', { name: /La carte, 3 lieux/ }).waitFor()
    expect(await other.page.textContent('main')).not.toContain(PERSON)
    await other.page.getByRole('button', { name: 'Faire une remarque sur « Usages possibles »' }).click()
    await expectAccessible(other.page, 'Lien, une remarque sur une case')
    await other.page.getByRole('textbox', { name: 'Votre remarque sur' }).fill('Parlez du forum des associations.')
    await other.page.getByRole('button', { name: 'Noter', exact: true }).click()
    await other.page.getByText('Votre remarque, le').waitFor()
    await other.page.getByText('Ces données peuvent être ouvertes à tous.', { exact: true }).click()
    await other.page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await other.page.getByText('Déjà répondu par ce lien').waitFor()
    await other.context.close()
    expect(other.faults).toEqual([])
    await page.getByText('L’accord est donné').waitFor()
    await expectAccessible(page, 'L’accord donné')
    await step('fiche', 'La fiche descriptive')
    const uses = box('Usages possibles')
    await uses.getByText('Parlez du forum des associations.').waitFor()
    await uses.getByRole('button', { name: 'C’est vu' }).click()
    await uses.getByText('Parlez du forum').waitFor({ state: 'detached' })
  })

  test('it is opened by one button once the cells like formulas are confirmed; the public reads it, and no person', async () => {
    await step('ouvrir', 'Ouvrir à tous')
    await page.getByRole('cell', { name: '=une équipe par âge' }).waitFor()
    await expect.poll(() => page.locator('.blocker-must').allTextContents(), { timeout: 60_000 }).toEqual([])
    await expectAccessible(page, 'Ouvrir')
    await page.getByRole('button', { name: 'Ouvrir à tous' }).click()
    await page.getByText('Cochez d’abord').waitFor()
    await page.getByText('J’ai regardé ces cases').click()
    await page.getByRole('button', { name: 'Ouvrir à tous' }).click()
    await page.getByRole('heading', { level: 3, name: 'Ouvert à tous' }).waitFor({ timeout: 60_000 })
    await new Keyboard(page).notLost()
    await page.getByRole('link', { name: `${carnet.address}/jeux/${slug}`, exact: true }).waitFor()
    await page.getByRole('button', { name: 'Copier l’adresse' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${carnet.address}/jeux/${slug}`)
    // The title took the focus, and the page moved to it: what the header half hides is no target.
    await page.evaluate(() => scrollTo(0, 0))
    await expectGoodForAll(page, 'Ouvert à tous')
    const csv = await (await publicFile(`/jeux/${slug}.csv`)).text()
    expect(csv).toContain('Les Amis du Lavoir')
    expect(csv).toContain('contact@epone-basket.example')
    expect(csv).not.toContain(PERSON)
    const reader = await openWindow(browser, carnet.address)
    await reader.page.goto(`/jeux/${slug}`)
    await reader.page.getByRole('heading', { level: 1, name: /Associations de la ville d’Épône/ }).waitFor()
    await reader.page.getByText('Vie associative').first().waitFor()
    await reader.context.close()
  })

  test('a correction is behind until a second version is opened; what they differ in is shown', async () => {
    const sheet = new SheetPage(page, slug)
    await sheet.open()
    await sheet.write(0, 1, 'Les Amis du vieux Lavoir')
    await sheet.saved().waitFor()
    await step('ouvrir', 'Ouvert à tous')
    await page.getByText('Le public lit encore la version d’avant').waitFor()
    await expectAccessible(page, 'Ouvert, en retard')
    await step('personnes', 'Les données personnelles')
    await page.getByRole('button', { name: 'Chercher de nouveau' }).click()
    await page.getByText('Tout a sa réponse').first().waitFor({ timeout: 60_000 })
    await step('ouvrir', 'Ouvert à tous')
    await page.getByText('J’ai regardé ces cases').click()
    await page.getByRole('button', { name: 'Ouvrir la nouvelle version' }).click()
    await page.getByText('Le public lit ce qui est dans votre atelier.').waitFor({ timeout: 60_000 })
    await step('versions', 'Les versions')
    await page.getByText('1 ligne changée').waitFor({ timeout: 60_000 })
    await page.locator('del', { hasText: 'Les Amis du Lavoir' }).waitFor()
    await page.locator('ins', { hasText: 'Les Amis du vieux Lavoir' }).waitFor()
    await expectGoodForAll(page, 'Les versions')
  })

  test('another address: the one of before leads to it', async () => {
    await page.getByRole('button', { name: 'Changer l’adresse' }).click()
    await page.getByRole('textbox', { name: 'Nouvelle fin de l’adresse' }).fill('Associations d’Épône')
    await page.getByText('/jeux/associations-d-epone').waitFor()
    await expectAccessible(page, 'Changer l’adresse')
    await page.getByRole('dialog').getByRole('button', { name: 'Changer l’adresse' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const moved = await publicFile(`/jeux/${slug}.csv`)
    expect([301, 308]).toContain(moved.status)
    expect(moved.headers.get('location')).toContain('/jeux/associations-d-epone.csv')
  })

  test('withdrawn, its address says why', async () => {
    await page.getByRole('button', { name: 'Retirer du public' }).click()
    await page.getByRole('textbox', { name: 'Pourquoi le retirer ?' }).fill('Deux adresses étaient fausses.')
    await expectAccessible(page, 'Retirer')
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer du public' }).click()
    await page.getByText('le public lit : « Deux adresses étaient fausses. »').waitFor()
    await new Keyboard(page).notLost()
    await expectAccessible(page, 'Retiré')
    const gone = await publicFile('/jeux/associations-d-epone')
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('Deux adresses étaient fausses.')
    expect(window.faults).toEqual([])
  })
})
