import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Theme } from '../src/contract/sets.ts'
import type { Wish, Wishlist } from '../src/contract/wishes.ts'
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

/** The diary's ten wishes in their order: what is searched, the theme, the service, and the colour on the evening of day 2. */
const WISHES = [
  { search: 'défibrillateurs', theme: 'Défibrillateurs (DAE)', service: 'Services techniques', colour: 'Orange' },
  { search: 'covoiturage', theme: 'Lieux de covoiturage', service: 'Urbanisme', colour: 'Noir' },
  { search: 'commerces', theme: 'Base de commerces', service: 'Vie économique', colour: 'Rouge' },
  { search: 'petite enfance', theme: 'Accueil de la petite enfance', service: 'Petite enfance', colour: 'Noir' },
  { search: 'monuments', theme: 'Monuments historiques', service: 'Culture', colour: 'Vert' },
  { search: 'stationnement', theme: 'Lieux de stationnement', service: 'Police municipale', colour: 'Vert' },
  { search: 'vélos', theme: 'Parkings à vélos', service: 'Services techniques', colour: 'Noir' },
  { search: 'bornes de recharge', theme: 'Bornes de recharge électrique', service: 'Urbanisme', colour: 'Vert' },
  { search: 'espaces verts', theme: 'Espaces verts', service: 'Services techniques', colour: 'Noir' },
  { search: 'éclairage', theme: 'Éclairage public', service: 'Services techniques', colour: 'Noir' },
] as const
const BIKES = 'Parkings à vélos'
const GRADES = { Vert: 'green', Orange: 'orange', Rouge: 'red', Noir: 'black' } as const

/** The wishlist of the diary, from its first line to the bikes that come back. */
describe.skipIf(!chromiumPath)(`la liste de souhaits${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let town: Town
  let browser: Browser
  let window: Window
  let page: Page
  let hands: Keyboard

  beforeAll(async () => {
    carnet = await Carnet.start()
    town = new Town(carnet)
    await town.begin()
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
    page.setDefaultTimeout(15_000)
    hands = new Keyboard(page)
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: typeof name === 'string' })
  const line = (title: string) => page.getByRole('row').filter({ has: button(title) })
  const dialog = () => page.getByRole('dialog')
  const list = async () => (await town.get('/wishes')) as Wishlist
  const wish = async (title: string): Promise<Wish> => (await list()).wishes.find(one => one.title === title)!
  const titles = () => page.locator('.wish-open').allInnerTexts()
  /** The panel of a wish, while something is done in it. */
  const inPanel = async (title: string, work: (panel: Locator) => Promise<void>) => {
    await button(title).click()
    await dialog().waitFor()
    await work(dialog())
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  }
  const grade = (panel: Locator, colour: string) => panel.getByRole('radio', { name: new RegExp(`^${colour} `) })
  const goTo = async () => {
    await page.goto('/atelier/souhaits')
    await settled(page)
  }

  test('day 1: ten wishes from the catalogue, the first one without a mouse', async () => {
    await goTo()
    await expectAccessible(page, 'la liste vide')
    await hands.press(button('Choisir un premier thème'))
    await hands.to(dialog().getByLabel('Chercher un thème'))
    await hands.type(WISHES[0].search)
    await hands.press(button(`Choisir ${WISHES[0].theme}`))
    await hands.press(button('Ajouter à la liste'))
    await line(WISHES[0].theme).waitFor()
    await hands.notLost()

    for (const { search, theme } of WISHES.slice(1, 5)) {
      await button('Ajouter un souhait').click()
      await dialog().getByLabel('Chercher un thème').fill(search)
      await button(`Choisir ${theme}`).click()
      await button('Ajouter à la liste').click()
      await line(theme).waitFor()
    }
    // The second list came by the same door. Bikes are wished before car parks: the rank changes afterwards.
    const themes = (await town.get('/themes')) as readonly Theme[]
    for (const { theme } of [WISHES[6], WISHES[5], ...WISHES.slice(7)]) {
      const { title, number, models } = themes.find(one => one.title === theme)!
      await town.post('/sets', { title, theme: number, model: models[0] })
    }
    await goTo()
    await button('Ajouter un souhait').click()
    await dialog().getByText('Déjà dans la liste').nth(9).waitFor()
    await expectAccessible(page, 'le catalogue')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect((await list()).wishes.map(({ theme }) => theme?.number)).toEqual([2, 13, 16, 19, 23, 28, 6, 5, 18, 24])
  })

  test('ranked with the keyboard: each move is said, the focus stays on the line', async () => {
    await hands.press(button(`Monter ${WISHES[5].theme}`))
    await page
      .getByRole('status')
      .filter({ hasText: `« ${WISHES[5].theme} » est maintenant au rang 6 sur 10.` })
      .waitFor()
    expect(await titles()).toEqual(WISHES.map(({ theme }) => theme))
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Monter Lieux de stationnement',
    )
    // Alt and an arrow, wherever one is on the line.
    await hands.to(button('Éclairage public'))
    await hands.keys('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowDown')
    await expect.poll(titles).toEqual(WISHES.map(({ theme }) => theme))
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Éclairage public')
    await expect
      .poll(async () => (await list()).wishes.map(({ theme }) => theme?.number))
      .toEqual([...[2, 13, 16, 19, 23, 6, 28, 5, 18, 24]])
  })

  test('and with the mouse: a line is dragged over another', async () => {
    const handle = (title: string) => line(title).locator('.wish-handle')
    await handle('Éclairage public').dragTo(line('Monuments historiques'))
    await expect.poll(async () => (await titles())[4]).toBe('Éclairage public')
    await button('Éclairage public').focus()
    for (let times = 0; times < 5; times++) await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await list()).wishes.at(-1)!.title).toBe('Éclairage public')
  })

  test('whom to ask: typed once, known for the next line', async () => {
    await hands.press(button(WISHES[0].theme))
    const first = dialog().getByRole('combobox', { name: /^Service à contacter/ })
    await hands.to(first)
    await hands.type('Services techniques')
    await hands.to(dialog().getByRole('combobox', { name: /^Second service/ }))
    await hands.type('Police municipale')
    await hands.keys('Escape', 'Escape')
    await line(WISHES[0].theme).getByText('puis Police municipale').waitFor()
    await button(BIKES).click()
    await first.click()
    await page.getByRole('option', { name: 'Services techniques' }).click()
    await expect.poll(async () => (await wish(BIKES)).service?.name).toBe('Services techniques')
    await page.keyboard.press('Escape')
    for (const { theme, service } of WISHES) {
      const { slug } = await wish(theme)
      await town.ask(`/wishes/${slug}/service`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ place: 'first', name: service }),
      })
    }
    expect((await list()).services.map(({ name }) => name)).toEqual([
      ...['Culture', 'Petite enfance', 'Police municipale', 'Services techniques', 'Urbanisme', 'Vie économique'],
    ])
  })

  test('day 2: boxes filled by the file received or by hand, and the diary’s ten colours', async () => {
    const { slug } = await wish('Monuments historiques')
    await town.give(slug, 'monuments.csv', 'Monument;Siècle;Commentaire\nÉglise;XIIe siècle;classée\nLavoir;?;\n')
    await expect.poll(async () => (await wish('Monuments historiques')).grade.auto, { timeout: 60_000 }).toBeDefined()
    await goTo()
    await inPanel('Monuments historiques', async panel => {
      await panel.getByText('Ces données existent : 2 lignes.').waitFor()
      expect(await panel.getByRole('checkbox', { name: 'Introuvable' }).isChecked()).toBe(false)
    })
    const read = (await wish('Monuments historiques')).boxes.filter(({ on }) => on)
    expect(read.map(({ box }) => box)).toContain('clean')
    for (const { reason } of read) expect(reason).toMatch(/^\d+ \S.*\.$/)

    await inPanel('Lieux de covoiturage', async panel => {
      await panel.getByRole('checkbox', { name: 'Introuvable' }).press('Space')
      await panel.getByText('Cochée par Claire Exemple').waitFor()
      // What cannot be found is black by itself.
      expect(await grade(panel, 'Noir').isChecked()).toBe(true)
    })
    // The others as the team judged them: it knew the files and the persons better than any rule.
    for (const { theme, colour } of WISHES)
      if ((await wish(theme)).grade.value !== GRADES[colour])
        await inPanel(theme, async panel => {
          await grade(panel, colour).press('Space')
          await panel.getByText('Dit par Claire Exemple').waitFor()
        })
    for (const { theme, colour } of WISHES) await line(theme).getByText(colour).waitFor()
    expect((await list()).wishes.map(({ grade: { value } }) => value)).toEqual(
      WISHES.map(({ colour }) => GRADES[colour]),
    )
    await expectGoodForAll(page, 'la liste de souhaits')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('bikes: no on day 2; green and open on day 4; the history of the line says how', async () => {
    await inPanel(BIKES, async panel => {
      await panel.getByRole('checkbox', { name: 'Introuvable' }).press('Space')
      await panel.getByRole('radio', { name: /^Non/ }).press('Space')
      await panel.getByLabel('Pourquoi ?').fill('Personne ne les a comptés.')
      await button('Enregistrer la décision', panel).press('Enter')
      await panel.getByText('devient « non »').waitFor()
    })
    await line(BIKES).getByText('Personne ne les a comptés.').waitFor()
    const home = (await town.get('/home')) as { next: { title: string }; sets: { title: string; decision?: string }[] }
    expect(home.sets.find(({ title }) => title === BIKES)?.decision).toBe('no')
    expect(home.next.title).not.toContain(BIKES)

    await inPanel(BIKES, async panel => {
      await button(/^Rendre à Carnet/, panel).press('Enter')
      await button(/^Rendre à Carnet/, panel).waitFor({ state: 'detached' })
      await hands.notLost()
      await grade(panel, 'Vert').press('Space')
      await panel.getByRole('radio', { name: /^Ouvrir/ }).press('Space')
      await panel.getByLabel('Pourquoi ?').fill('Un agent les a relevés.')
      await button('Enregistrer la décision', panel).press('Enter')
      await panel.getByText('« non », devient « ouvrir »').waitFor()
      const history = panel.getByRole('region', { name: 'L’histoire de ce souhait' })
      const told = (await history.getByRole('listitem').allInnerTexts()).map(text => text.replaceAll('\u00a0', ' '))
      expect(told.map(text => text.split('\n').find(words => words.includes(' : ')))).toEqual([
        'Décision : « non », devient « ouvrir ». Pourquoi : Un agent les a relevés.',
        'Évaluation : noir (impossible), devient vert (facile)',
        '« Introuvable » : rendu à Carnet, qui ne coche pas cette case',
        'Décision : à décider, devient « non ». Pourquoi : Personne ne les a comptés.',
        '« Introuvable » : case pas cochée par Carnet, devient cochée à la main',
        expect.stringMatching(/^Évaluation : l’avis de Carnet, .*, devient noir \(impossible\)$/),
        'Service à contacter : personne, devient « Services techniques »',
        expect.stringMatching(/^Jeu créé : « Parkings à vélos »$/),
      ])
      for (const text of told) expect(text).toContain('Claire Exemple')
      await expectAccessible(page, 'un souhait')
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page, 'un souhait, sombre', 'colours')
      await page.emulateMedia({ colorScheme: 'light' })
    })
    await line(BIKES).getByText('Ouvrir').waitFor()
    expect((await wish(BIKES)).grade.value).toBe('green')
  })

  test('a theme of one’s own; and the list on one sheet of paper', async () => {
    await button('Ajouter un souhait').click()
    await page.getByRole('tab', { name: 'Un thème à vous' }).click()
    await dialog().getByLabel('Son nom').fill('Boîtes à livres')
    await page.keyboard.press('Enter')
    await line('Boîtes à livres').getByText('modèle à faire').waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const paper = await getDocument({ data: new Uint8Array(pdf) }).promise
    const [, , width, height] = (await paper.getPage(1)).view as [number, number, number, number]
    expect([paper.numPages, Math.round(width), Math.round(height)]).toEqual([1, 842, 595])
    const { items } = await (await paper.getPage(1)).getTextContent()
    const text = items.map(item => ('str' in item ? item.str : '')).join(' ')
    for (const words of ['Liste de souhaits', 'Épône', 'À standardiser', 'Boîtes à livres', 'Un agent les a relevés'])
      expect(text).toContain(words)
    expect(window.faults).toEqual([])
  })
})
