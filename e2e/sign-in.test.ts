import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectGoodForAll, NO_BROWSER, openBrowser, openWindow, PHONE, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { Mailbox } from './mailbox.ts'

const CLAIRE = 'claire@exemple.fr'
const AGENT = 'dominique@exemple.fr'
const PASSWORD = 'les lilas sont en fleur'

/** A Carnet that others reach, on plain http in the town hall's network: who comes says who she is. */
describe.skipIf(!chromiumPath)(`entrer dans Carnet${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  const mails = new Mailbox()
  const windows: Window[] = []

  beforeAll(async () => {
    carnet = await Carnet.startForOthers(await mails.open())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
    await mails.close()
  })

  /** Another person, on another computer. */
  const newcomer = async (more = {}): Promise<Page> => {
    // Plain http on an address of the network is no « secure context »: there is no clipboard to ask for.
    const window = await openWindow(browser, carnet.publicAddress, { permissions: [], ...more })
    windows.push(window)
    return window.page
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
  const welcomed = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name: `Bonjour ${name}` }).waitFor()
  const told = (page: Page, words: string) => page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor()
  const askForMail = async (page: Page, mail: string) => {
    await page.goto('/atelier/')
    await page.getByLabel('Votre adresse mail').fill(mail)
    await button(page, 'M’envoyer un lien').click()
    await page.getByText('Regardez vos mails').waitFor()
    return mails.next(mail)
  }
  const codeIn = (mail: string): string => /^(\d{6})\r?$/m.exec(mail)![1]!
  const linkIn = (mail: string): string => /^(http\S+\/entrer\/\S+)/m.exec(mail)![1]!
  const enterByCode = async (page: Page, mail: string) => {
    const code = codeIn(await askForMail(page, mail))
    await page.getByLabel('Le code à six chiffres').fill(code)
    await button(page, /^Entrer$/).click()
  }

  let claire: Page

  test('the first start asks for the code that is printed where Carnet was launched', async () => {
    claire = await newcomer()
    await claire.goto('/atelier/')
    await claire.getByLabel('Votre commune').fill('78680')
    await claire.getByRole('radio', { name: /78217/ }).press('Space')
    await claire.getByLabel('Votre prénom et votre nom').fill('Claire Exemple')
    await claire.getByLabel('Votre adresse mail').fill(CLAIRE)
    await claire.getByLabel(/mot de passe/).fill(PASSWORD)
    await claire.getByLabel('Le code de démarrage').fill('AAAA-AAAA')
    await claire.keyboard.press('Enter')
    await claire.getByText(/Ce n’est pas le code de démarrage/).waitFor()
    await expectGoodForAll(claire, 'le premier démarrage, avec un refus')
    const [, code] = /Code de démarrage[^:]*: (\S+)/.exec(carnet.said)!
    await claire.getByLabel('Le code de démarrage').fill(code!)
    await claire.keyboard.press('Enter')
    await welcomed(claire, 'Claire')
  })

  test('she signs out: nothing of the town is shown any more', async () => {
    await button(claire, 'Claire Exemple').click()
    await claire.getByRole('menuitem', { name: 'Me déconnecter' }).click()
    await claire.getByRole('heading', { level: 1, name: 'Entrer dans Carnet' }).waitFor()
    await claire.goto('/atelier/equipe')
    await claire.getByRole('heading', { level: 1, name: 'Entrer dans Carnet' }).waitFor()
    await expectGoodForAll(claire, 'l’entrée par mail')
    await claire.setViewportSize({ width: 1440, height: 900 })
  })

  let used: string

  test('a link that mail scanners opened fifty times still lets her in, by its button', async () => {
    used = linkIn(await askForMail(claire, CLAIRE))
    expect(new URL(used).origin).toBe(carnet.publicAddress)
    await expectGoodForAll(claire, 'le code à six chiffres')
    for (let times = 0; times < 50; times++)
      expect((await fetch(used, { method: times % 2 ? 'HEAD' : 'GET' })).ok).toBe(true)
    const elsewhere = await newcomer()
    await elsewhere.goto(used)
    await expectGoodForAll(elsewhere, 'ce qu’ouvre le lien du mail')
    await button(elsewhere, 'Entrer dans Carnet').click()
    await welcomed(elsewhere, 'Claire')
  })

  test('the same link does not serve twice', async () => {
    const other = await newcomer()
    await other.goto(used)
    await button(other, 'Entrer dans Carnet').click()
    await other.getByText(/Ce lien ne sert plus/).waitFor()
    await other.goto('/atelier/')
    await other.getByRole('heading', { level: 1, name: 'Entrer dans Carnet' }).waitFor()
  })

  test('the six digits of the mail let her in, wrong ones do not', async () => {
    const code = codeIn(await askForMail(claire, CLAIRE))
    await claire.getByLabel('Le code à six chiffres').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
    await button(claire, /^Entrer$/).click()
    await claire.getByText(/Ce n’est pas le bon code/).waitFor()
    await claire.getByLabel('Le code à six chiffres').fill(code)
    await button(claire, /^Entrer$/).click()
    await welcomed(claire, 'Claire')
  })

  test('a wrong password is refused, hers is not', async () => {
    const page = await newcomer()
    await page.goto('/atelier/')
    await button(page, 'Entrer avec un mot de passe').click()
    await page.getByLabel('Votre adresse mail').fill(CLAIRE)
    await page.getByLabel('Votre mot de passe').fill('les roses sont en fleur')
    await page.keyboard.press('Enter')
    await page
      .getByText(/mot de passe/)
      .filter({ hasText: /pas/ })
      .waitFor()
    await expectGoodForAll(page, 'un mot de passe refusé')
    await page.getByLabel('Votre mot de passe').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await welcomed(page, 'Claire')
  })

  test('an agent is invited: she enters, and the team is not hers to change', async () => {
    await claire.goto('/atelier/equipe')
    await button(claire, 'Inviter une personne').click()
    await claire.getByLabel('Prénom et nom').fill('Dominique Exemple')
    await claire.getByRole('dialog').getByLabel('Adresse mail').fill(AGENT)
    await button(claire, /^Inviter$/).click()
    await told(claire, 'Dominique Exemple fait partie de l’équipe.')
    expect(await mails.next(AGENT)).toContain('Claire Exemple vous invite')
    const agent = await newcomer()
    await enterByCode(agent, AGENT)
    await welcomed(agent, 'Dominique')
    await agent.goto('/atelier/equipe')
    await agent.getByRole('listitem').filter({ hasText: 'Claire Exemple' }).waitFor()
    expect(await button(agent, 'Inviter une personne').count()).toBe(0)
    expect(await button(agent, /^Changer /).count()).toBe(0)
  })

  let address: string
  let phone: Page

  test('somebody without an account gives a row from a phone, and it is in the set', async () => {
    await claire.goto('/atelier/jeux/nouveau')
    await button(claire, /^Choisir.*[Cc]ommerces/)
      .first()
      .click()
    await claire.getByLabel('Son titre').fill('Commerces')
    await button(claire, 'Créer le jeu').click()
    await claire.getByRole('heading', { name: 'Pas de fichier ?' }).waitFor()
    await claire.goto('/atelier/equipe')
    await button(claire, 'Créer un lien').click()
    await claire.getByLabel('Pour qui ?').fill('Sacha, marché')
    await button(claire, /Sur quel jeu/).click()
    await claire.getByRole('option', { name: 'Commerces' }).click()
    await claire.getByRole('dialog').getByText('Ajouter des lignes').click()
    await claire.getByText(/Colonnes demandées/).waitFor()
    await claire.getByRole('dialog').getByRole('button', { name: 'Créer le lien' }).click()
    address = await claire.getByLabel('Adresse du lien').inputValue()
    await claire.goto('/atelier/jeux/commerces/saisie')
    await claire.getByText(/Rien pour l’instant/).waitFor()

    phone = await newcomer(PHONE)
    await phone.goto(address)
    await phone.getByRole('heading', { level: 1, name: /Commerces/ }).waitFor()
    await phone.getByLabel('Enseigne', { exact: true }).fill('Fromagerie de la halle')
    await button(phone, 'Enregistrer et ajouter un autre').tap()
    const anyway = button(phone, 'Enregistrer quand même')
    const sent = phone.getByRole('listitem').filter({ hasText: 'Fromagerie de la halle' })
    await anyway.or(sent).first().waitFor()
    if (await anyway.isVisible()) await anyway.tap()
    await sent.waitFor()
    await claire.getByText('Fromagerie de la halle').first().waitFor({ timeout: 60_000 })
    expect(await phone.getByRole('navigation').count()).toBe(0)
  })

  test('the link once closed says so in one kind sentence, and nothing else', async () => {
    await claire.goto('/atelier/equipe')
    await button(claire, 'Fermer le lien de Sacha, marché').click()
    await button(claire, /^Fermer le lien$/).click()
    await told(claire, 'Le lien de Sacha, marché est fermé.')
    await phone.goto(address)
    await phone.getByText('Ce lien ne s’ouvre pas').waitFor()
    await expectGoodForAll(phone, 'un lien fermé')
    expect(await phone.getByRole('textbox').count()).toBe(0)
    expect(await phone.getByText('Commerces').count()).toBe(0)
  })

  test('nothing failed in the pages', () => {
    expect(windows.flatMap(({ faults }) => faults)).toEqual([])
  })
})
