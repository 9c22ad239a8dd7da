import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../src/adapters/mail/smtp-server-for-tests.ts'
import { loadRegistry } from '../src/adapters/models/load.ts'
import { collectionSheet } from '../src/writers/collection-sheet/collection-sheet.ts'
import { textCell } from '../src/writers/sheets/workbook.ts'
import { workbookToXlsx } from '../src/writers/xlsx/workbook-to-xlsx.ts'
import { chromiumPath, expectGoodForAll, NO_BROWSER, openBrowser, openWindow, PHONE, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { Keyboard } from './keyboard.ts'
import { Mailbox } from './mailbox.ts'

/** What one asks of colleagues and elected people: each mail arrives on a real mail server, each answer comes back. */
describe.skipIf(!chromiumPath)(`demandes${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let page: Page
  const mails = new Mailbox()
  const windows: Window[] = []

  beforeAll(async () => {
    carnet = await Carnet.startWithMail(await mails.open())
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    windows.push(window)
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
    await mails.close()
  })

  const button = (name: string | RegExp, on = page) => on.getByRole('button', { name })
  /** The text of a mail, also of one that has files. */
  const words = (mail: string): string => {
    const at = mail.indexOf('Content-Type: text/plain')
    return at < 0 ? mail : textOf(mail.slice(at, mail.indexOf('\r\n--', at)))
  }
  const linkIn = (text: string): string => /\/atelier\/lien\/[\w-]+/.exec(text)![0]
  const ask = async (what: string, name: string, mail: string, ...sets: string[]) => {
    const query = sets.map(set => `&jeu=${set}`).join('')
    await page.goto(`/atelier/demandes/nouvelle?quoi=${what}${query}`)
    await page.getByLabel('Comment l’appelez-vous ?').fill(name)
    await page.getByLabel('Son adresse de courriel').fill(mail)
    await button('Voir le courriel').click()
    await page.getByRole('heading', { name: 'À relire avant l’envoi' }).waitFor()
  }
  const send = async () => {
    await button('Envoyer').click()
    await page.getByRole('heading', { name: 'Les courriels, mot pour mot' }).waitFor()
  }
  /** A month passes for the reminders, while Carnet is stopped. */
  const aMonthLater = async () => {
    await carnet.stop()
    const db = new Sqlite(join(carnet.folder, 'carnet.db'))
    const { changes } = db
      .prepare("update letter set due_at = '2020-01-01T07:30:00.000Z' where state = 'ready' and due_at is not null")
      .run()
    db.close()
    expect(changes).toBeGreaterThan(0)
    await carnet.start()
  }

  test('by keyboard alone: a form asked by mail, in her own words', async () => {
    await page.goto('/atelier/demandes')
    await page.getByRole('heading', { name: 'Vous n’avez encore rien demandé' }).waitFor()
    const hands = new Keyboard(page)
    await hands.press(page.getByRole('link', { name: 'Nouvelle demande' }).first())
    await hands.to(page.getByLabel('Comment l’appelez-vous ?'))
    await hands.type('Claire, services techniques')
    await hands.to(page.getByLabel('Son adresse de courriel'))
    await hands.type('claire@exemple.fr')
    await hands.to(page.getByRole('radio', { name: /Qui tient/ }))
    await hands.keys('ArrowDown', 'ArrowDown')
    await hands.press(page.getByRole('checkbox', { name: 'Lieux de covoiturage' }), 'Space')
    await expectGoodForAll(page, 'nouvelle demande')
    await page.setViewportSize({ width: 1440, height: 900 })
    await hands.press(button('Voir le courriel'))
    await hands.press(button('Changer le texte').first())
    await hands.to(page.getByLabel('Texte', { exact: true }))
    await hands.keys('Control+Home')
    await hands.type('Chère Claire, ')
    await hands.press(button('Enregistrer'))
    await page.getByText('Chère Claire, Bonjour').waitFor()
    await hands.notLost()
    // A head that stays in sight hides half a button wherever one stops.
    await page.evaluate(() => scrollTo(0, 0))
    await expectGoodForAll(page, 'demande à envoyer')
    await page.setViewportSize({ width: 1440, height: 900 })
    await hands.press(button('Envoyer'))
    await page
      .getByText(/Prochaine relance le/)
      .first()
      .waitFor()
    await hands.notLost()
  })

  test('the form opens on a phone without an account, and what is given is in the set', async () => {
    const url = linkIn(words(await mails.next('claire@exemple.fr')))
    const hers = await openWindow(browser, carnet.address, PHONE)
    windows.push(hers)
    await hers.page.goto(url)
    const nom = hers.page.getByLabel('Nom du lieu', { exact: true })
    await nom.fill('Parking de la gare')
    await button('Enregistrer et ajouter un autre', hers.page).tap()
    const anyway = button('Enregistrer quand même', hers.page)
    if (await anyway.isVisible().catch(() => false)) await anyway.tap()
    await hers.page.getByText('Parking de la gare').waitFor()
    await hers.page.getByText('Répondre autrement').tap()
    await hers.page.getByText('J’ai donné tout ce que je sais').tap()
    await button('Envoyer ma réponse', hers.page).tap()
    await hers.page.getByText('Votre réponse est notée, merci').waitFor()
    await expectGoodForAll(hers.page, 'formulaire par lien')
    await page.reload()
    await page.getByText('Réponse donnée').waitFor()
  })

  test('a sheet goes by mail; the returned one, dropped among the files, is put in its set and answers the request', async () => {
    await ask('sheet', 'Paul, espaces verts', 'paul@exemple.fr', 'espaces-verts')
    await send()
    const mail = await mails.next('paul@exemple.fr')
    expect(words(mail)).toContain('La feuille jointe est prête')
    expect(mail).toContain('spreadsheetml.sheet')
    const file = { name: 'retour de Paul.xlsx', mimeType: 'application/octet-stream', buffer: await filled() }
    await page.goto('/atelier/fichiers')
    await page.locator('input[type="file"]').setInputFiles(file)
    const row = page.getByRole('listitem').filter({ hasText: 'retour de Paul.xlsx' })
    await button(/^(Mettre ici|Ranger|Mettre dans)/, row as unknown as Page)
      .first()
      .click({ timeout: 60_000 })
    await page.goto('/atelier/jeux/espaces-verts/nettoyage')
    await page.getByText('Square de l’Exemple').first().waitFor({ timeout: 60_000 })
    await page.goto('/atelier/demandes')
    const card = page.getByRole('listitem').filter({ hasText: 'Paul, espaces verts' })
    await card.getByText('Répondue').waitFor()
    await expectGoodForAll(page, 'demandes')
  })

  test('who holds it? it does not exist: the wish says « introuvable »', async () => {
    await ask('holder', 'Le garde champêtre', 'garde@exemple.fr', 'stationnements-velos')
    await send()
    const his = await openWindow(browser, carnet.address, PHONE)
    windows.push(his)
    await his.page.goto(linkIn(words(await mails.next('garde@exemple.fr'))))
    await his.page.getByText('Répondre autrement').tap()
    await his.page.getByText('Ces données n’existent pas').tap()
    await expectGoodForAll(his.page, 'donner ce que l’on a')
    await button('Envoyer ma réponse', his.page).tap()
    await his.page.getByText('Votre réponse est notée, merci').waitFor()
    const wishes = (await (await page.request.get('/api/atelier/wishes')).json()) as { wishes: Wish[] }
    const wish = wishes.wishes.find(({ slug }) => slug === 'stationnements-velos')!
    expect(wish.boxes.find(({ box }) => box === 'missing')).toMatchObject({
      on: true,
      reason: expect.stringContaining('garde champêtre'),
    })
  })

  test('an approval: without answer a reminder arrives, word for word; « sensible » keeps the set closed', async () => {
    await ask('approval', 'Madame la maire', 'maire@exemple.fr', 'espaces-verts')
    const shown = (await page.locator('.letter-body').nth(1).textContent())!.replace(/\s+/g, ' ').trim()
    await send()
    const first = words(await mails.next('maire@exemple.fr'))
    await aMonthLater()
    const reminder = words(await mails.next('maire@exemple.fr'))
    expect(reminder.replace(/\s+/g, ' ').trim()).toBe(shown)
    expect(linkIn(reminder)).toBe(linkIn(first))
    const hers = await openWindow(browser, carnet.address)
    windows.push(hers)
    await hers.page.goto(linkIn(reminder))
    await hers.page.getByRole('radio', { name: /Sensible/ }).press('Space')
    await hers.page.getByLabel('Pourquoi ?').fill('Accès d’une école')
    await button('Envoyer ma réponse', hers.page).click()
    await hers.page.getByText('Sensible, ne pas ouvrir').last().waitFor()
    const { verdicts } = (await (await page.request.get('/api/atelier/sets/espaces-verts/publication')).json()) as {
      verdicts: readonly object[]
    }
    expect(verdicts).toMatchObject([{ verdict: 'sensitive', label: 'Madame la maire', remark: 'Accès d’une école' }])
    await page.goto('/atelier/demandes')
    await page.getByRole('listitem').filter({ hasText: 'Madame la maire' }).getByText('Répondue').waitFor()
    expect(windows.flatMap(({ faults }) => faults)).toEqual([])
  })
})

interface Wish {
  readonly slug: string
  readonly boxes: readonly { readonly box: string; readonly on: boolean; readonly reason: string }[]
}

/** The sheet that Paul was sent, with one line of his. */
async function filled(): Promise<Buffer> {
  const model = loadRegistry().find('carnet-espaces-verts')!
  const workbook = collectionSheet(model)
  const line = model.fields.map(({ role, examples }) =>
    textCell(role === 'name' ? 'Square de l’Exemple' : (examples[0] ?? '')),
  )
  const [first, ...others] = workbook.sheets
  const rows = [...first!.rows, { cells: line, look: 'data' as const }]
  return Buffer.from(await workbookToXlsx({ ...workbook, sheets: [{ ...first!, rows }, ...others] }))
}
