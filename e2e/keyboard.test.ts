import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, NO_BROWSER, openBrowser, openWindow, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { Keyboard } from './keyboard.ts'
import { settled } from './pages.ts'
import { SheetPage, Town } from './town.ts'

const SLUG = 'lieux-de-stationnement'
/** Columns of the sheet, as the model orders them. */
const [WHO, FREE] = [5, 6]

/** From a file received to the table taken away, without a mouse. */
describe.skipIf(!chromiumPath)(`au clavier seul${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let page: Page
  let hands: Keyboard
  let sheet: SheetPage

  beforeAll(async () => {
    carnet = await Carnet.start('--example')
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
    hands = new Keyboard(page)
    sheet = new SheetPage(page, SLUG)
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const button = (name: string | RegExp, inside: Page | Locator = page) => inside.getByRole('button', { name })
  const tab = async (name: RegExp, heading: string) => {
    await hands.press(page.getByRole('link', { name }))
    await page.getByRole('heading', { level: 2, name: heading }).waitFor()
    await settled(page)
    await hands.notLost()
  }
  /** To the first cell of a column: Tab goes into the sheet, the arrows go about it. */
  const toColumn = async (column: number) => {
    await hands.to(sheet.grid.locator('[role="gridcell"][tabindex="0"]'))
    await hands.keys('Control+Home', ...Array<string>(column).fill('ArrowRight'))
  }
  const texts = async (column: number, rows: readonly number[]) => {
    const found: string[] = []
    for (const row of rows) found.push((await sheet.cell(row, column).allInnerTexts()).join('').trim())
    return found
  }
  const reads = (column: number, rows: readonly number[], wanted: readonly string[]) =>
    expect.poll(() => texts(column, rows), { timeout: 60_000 }).toEqual(wanted)

  test('the first stop skips the navigation', async () => {
    await page.goto('/atelier/')
    await page.getByText('La prochaine chose à faire').waitFor()
    await hands.press(page.getByRole('link', { name: 'Aller au contenu' }))
    await page.waitForFunction(() => document.activeElement?.id === 'contenu')
  })

  test('a file received is put in its set', async () => {
    await hands.press(page.getByRole('link', { name: 'Fichiers reçus' }).first())
    await page.getByRole('heading', { level: 1, name: 'Fichiers reçus' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    const file = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'parkings.csv' }) })
    await hands.press(button('Mettre dans « Lieux de stationnement »', file))
    await file.waitFor({ state: 'detached' })
    await new Town(carnet).prepared(SLUG)
    await hands.press(page.getByRole('link', { name: 'Jeux de données' }))
    await hands.press(page.getByRole('link', { name: /Lieux de stationnement/ }))
    await page.getByRole('heading', { level: 1, name: /Lieux de stationnement/ }).waitFor()
  })

  test('the source, then a column changed in the mapper, and changed back', async () => {
    await tab(/^1\. Sources/, 'Sources')
    await page.getByText('parkings.csv').first().waitFor()
    await tab(/^2\. Colonnes/, 'Colonnes')
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 4, name: 'Page d’information' }) })
      .or(
        page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4, name: "Page d'information" }) }),
      )
    await hands.press(button(/Colonne de votre fichier/, card))
    await page.getByRole('listbox').waitFor()
    await hands.type('Inf')
    await hands.keys('Enter')
    await card.getByText('« Informations »').waitFor()
    await hands.notLost()
    await hands.press(button(/^Annuler : /))
    await card.getByText('Rien ne la remplit').waitFor()
    await hands.notLost()
  })

  test('in the sheet: a cell edited, filled down, copied and pasted, undone', async () => {
    await tab(/^3\. Nettoyage/, 'Nettoyage')
    await toColumn(WHO)
    await hands.type('tous')
    await hands.keys('Enter')
    await reads(WHO, [0, 1], ['tous', ''])
    await hands.keys('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await reads(WHO, [0, 1, 2, 3], ['tous', 'tous', 'tous', ''])
    await hands.keys('Control+c', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+v')
    await reads(WHO, [2, 3, 4, 5, 6], ['tous', 'tous', 'tous', 'tous', ''])
    await sheet.saved().waitFor()
    await hands.keys('Control+z')
    await reads(WHO, [2, 3, 4, 5], ['tous', '', '', ''])
    await hands.notLost()
  })

  test('what is written otherwise than the model wants is corrected all at once', async () => {
    await toColumn(FREE)
    await hands.type('oui')
    await hands.keys('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Control+d')
    await reads(FREE, [0, 1], ['oui', 'oui'])
    const problems = page.getByRole('tabpanel', { name: /À vérifier/ })
    const free = problems.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /· Gratuit/ }) })
    await hands.press(button(/^Corriger 2 sur 3/, free))
    await free.getByRole('button', { name: /^Corriger/ }).waitFor({ state: 'detached' })
    await hands.notLost()
    await toColumn(FREE)
    await reads(FREE, [0, 1], ['true', 'true'])
    await sheet.saved().waitFor()
  })

  test('a question is answered, and the next one takes the focus', async () => {
    await tab(/^4\. À compléter/, 'À compléter')
    const asked = page.getByRole('heading', { name: /SIRET de votre commune/ })
    await asked.waitFor()
    await hands.press(button(/^Oui$/))
    await asked.waitFor({ state: 'detached' })
    await hands.notLost()
  })

  test('the report is read, and the table taken away', async () => {
    await tab(/^5\. Vérification/, 'Vérification')
    await page.getByText(/de conformité/).waitFor()
    const link = page.getByRole('link', { name: /^Le tableau en CSV/ })
    await hands.to(link)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const table = readFileSync(await download.path(), 'utf8')
    expect(table.split(/\r?\n/)[0]).toContain('type_usagers')
    expect(table.match(/,tous,/g)).toHaveLength(3)
    expect(table).toContain('21780217200015')
  })

  test('nothing failed in the page', () => {
    expect(window.faults).toEqual([])
  })
})
