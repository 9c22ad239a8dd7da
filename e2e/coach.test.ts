import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
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
import { Mailbox } from './mailbox.ts'
import { settled } from './pages.ts'

const CLAIRE = 'claire@exemple.fr'
const COACH = 'sacha@exemple.fr'
const ZOE = 'zoe@exemple.fr'

/** Two towns in one Carnet that others reach: their coach, a campaign, a message, and the logbook of the first. */
describe.skipIf(!chromiumPath)(
  `accompagner, et tenir le carnet de bord${chromiumPath ? '' : ` (${NO_BROWSER})`}`,
  () => {
    let carnet: Carnet
    let browser: Browser
    let claire: Page
    let coach: Page
    const mails = new Mailbox()
    const windows: Window[] = []

    const newcomer = async (): Promise<Page> => {
      const window = await openWindow(browser, carnet.publicAddress, { permissions: [] })
      windows.push(window)
      return window.page
    }
    /** As the page itself asks, with the cookies of this window. */
    const api = async (page: Page, method: string, path: string, data?: object) => {
      const answer = await page.context().request.fetch(`/api/atelier${path}`, { method, ...(data && { data }) })
      return { status: answer.status(), text: await answer.text() }
    }
    const goTo = async (page: Page, path: string) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`/atelier${path}`)
      await settled(page)
    }
    const press = (page: Page, name: string | RegExp, within: Page | Locator = page) =>
      within
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click()
    const told = (page: Page, words: string) =>
      page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor()
    const enter = async (page: Page, mail: string) => {
      await api(page, 'POST', '/sign-in/mail', { mail })
      const code = /^(\d{6})\r?$/m.exec(await mails.next(mail))![1]!
      expect(await api(page, 'POST', '/sign-in/code', { mail, code })).toMatchObject({ status: 204 })
    }
    const downloaded = async (page: Page, link: Locator) => {
      const download = page.waitForEvent('download')
      await link.click()
      return readFileSync(await (await download).path())
    }

    beforeAll(async () => {
      carnet = await Carnet.startForOthers(await mails.open())
      browser = await openBrowser()
      const code = /Code de démarrage[^:]*: (\S+)/.exec(carnet.said)![1]!
      claire = await newcomer()
      await api(claire, 'POST', '/start', { insee: '78217', name: 'Claire Exemple', mail: CLAIRE, code })
      await api(claire, 'POST', '/people', { name: 'Sacha Exemple', mail: COACH, role: 'coach' })
      expect(await mails.next(COACH)).toContain('Claire Exemple vous invite')
      coach = await newcomer()
      await enter(coach, COACH)
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await carnet?.remove()
      await mails.close()
    })

    test('a coach adds a town: its referent’s mail is shown, then leaves', async () => {
      await goTo(coach, '/accompagnement')
      await coach.getByRole('heading', { level: 2, name: 'Une commune' }).waitFor()
      await expectGoodForAll(coach, 'l’accompagnement d’une commune')
      await goTo(coach, '/accompagnement')
      await press(coach, 'Ajouter une commune')
      const dialog = coach.getByRole('dialog')
      await dialog.getByLabel('Votre commune').fill('78451')
      await dialog.getByRole('radio', { name: /78451/ }).press('Space')
      await dialog.getByLabel('Sa personne référente, prénom et nom').fill('Zoé Exemple')
      await dialog.getByLabel('L’adresse mail de cette personne').fill(ZOE)
      await press(coach, 'Voir le courriel', dialog)
      await dialog.getByText('Sacha Exemple vous invite dans Carnet, pour Nézel').waitFor()
      await expectAccessible(coach, 'le courriel d’une commune ajoutée')
      await press(coach, 'Ajouter et envoyer', dialog)
      await told(coach, 'Nézel est ajoutée.')
      await coach.getByRole('heading', { level: 2, name: '2 communes' }).waitFor()
      expect(await mails.next(ZOE)).toContain('Sacha Exemple vous invite')
    })

    test('without a mouse: a campaign of five days, proposed to both towns by a mail read before it leaves', async () => {
      const keys = new Keyboard(coach)
      await keys.press(coach.getByRole('button', { name: 'Préparer une campagne' }))
      await coach.getByRole('dialog').waitFor()
      await keys.press(coach.getByRole('button', { name: 'Enregistrer' }))
      await told(coach, 'La campagne est prête à être proposée.')
      await keys.notLost()
      await keys.press(coach.getByRole('button', { name: 'Proposer à des communes' }))
      await keys.press(coach.getByRole('button', { name: 'Proposer, puis leur écrire' }))
      await keys.press(coach.getByRole('button', { name: 'Relire avant d’envoyer' }))
      await coach.getByRole('article', { name: `Courriel pour ${CLAIRE}` }).waitFor()
      await keys.press(coach.getByRole('button', { name: 'Envoyer les 2 courriels' }))
      await told(coach, 'Le message est parti.')
      for (const [mail, name] of [
        [CLAIRE, 'Claire'],
        [ZOE, 'Zoé'],
      ] as const)
        expect(await mails.next(mail)).toMatch(new RegExp(`Bonjour ${name} Exemple,[\\s\\S]*dites-moi oui ou non`))
      await expectGoodForAll(coach, 'l’accompagnement et sa campagne')
    })

    test('a referent says yes, takes the days in her calendar, and receives the coach’s message', async () => {
      await goTo(claire, '/accompagnement')
      const mine = claire.getByRole('region', { name: 'Pour Épône' })
      const ics = await downloaded(claire, mine.getByRole('link', { name: /Pour mon agenda/ }))
      const events = new ICAL.Component(ICAL.parse(ics.toString('utf8'))).getAllSubcomponents('vevent')
      expect(events).toHaveLength(5)
      expect(new ICAL.Event(events[0]).summary).toBe('Diagnostic (Semaine des données ouvertes)')
      await press(claire, 'Participer', mine)
      await told(claire, 'Votre commune participe.')
      await expectAccessible(claire, 'une campagne proposée')

      await goTo(coach, '/accompagnement')
      await press(coach, 'Écrire à celles qui participent')
      const dialog = coach.getByRole('dialog')
      await dialog.getByLabel('Votre message').fill('On commence lundi à 9 h 30.')
      await press(coach, 'Relire avant d’envoyer', dialog)
      await dialog.getByText('On commence lundi à 9 h 30.').waitFor()
      expect(await dialog.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Épône'])
      await press(coach, 'Envoyer le courriel', dialog)
      await told(coach, 'Le message est parti.')
      expect(await mails.next(CLAIRE)).toContain('On commence lundi à 9 h 30.')
      await coach.getByText('2 messages').click()
      await coach.getByText(/Épône \(Claire Exemple\) : envoyé$/).waitFor()
    })

    test('a coach only reads, and only in her towns; asked to help, she prepares', async () => {
      expect(await api(coach, 'POST', '/sets', { title: 'Commerces', model: 'carnet-commerces' })).toMatchObject({
        status: 403,
      })
      const zoe = await newcomer()
      await enter(zoe, ZOE)
      await api(zoe, 'POST', '/sets', { title: 'Liste de Nézel', model: 'carnet-commerces' })
      // A coach of the first town alone.
      await api(claire, 'POST', '/people', { name: 'Autre Coach', mail: 'autre@exemple.fr', role: 'coach' })
      const other = await newcomer()
      await mails.next('autre@exemple.fr')
      await enter(other, 'autre@exemple.fr')
      expect((await api(other, 'GET', '/coach')).text).not.toContain('Nézel')
      expect(await api(other, 'POST', '/town/choose', { insee: '78451' })).toMatchObject({ status: 403 })

      await goTo(claire, '/equipe')
      await press(claire, 'Changer Sacha Exemple')
      await claire.getByRole('menuitem', { name: 'Lui demander de préparer avec nous' }).click()
      await told(claire, 'Sacha Exemple peut maintenant préparer vos données avec vous.')
      expect(await api(coach, 'POST', '/sets', { title: 'Commerces', model: 'carnet-commerces' })).toMatchObject({
        status: 201,
      })
    })

    test('the logbook tells the day by itself; a word by hand is kept while it is typed, and all of it is taken away', async () => {
      await goTo(claire, '/carnet-de-bord')
      const today = claire.getByRole('listitem').filter({ hasText: 'aujourd’hui' })
      await today.getByText('Sacha Exemple a créé « Commerces ».').waitFor()
      const keys = new Keyboard(claire)
      await keys.press(today.getByRole('button', { name: /^Ajouter un mot/ }))
      await keys.type('Réunion avec la direction : on ouvre.')
      // A closed tab loses nothing.
      await goTo(claire, '/carnet-de-bord')
      await press(claire, /^Ajouter un mot/)
      await expect
        .poll(() => claire.getByLabel(/^Votre mot du/).inputValue())
        .toBe('Réunion avec la direction : on ouvre.')
      await expectAccessible(claire, 'un mot du carnet de bord')
      await press(claire, 'Enregistrer')
      await told(claire, 'Votre mot est enregistré.')
      await today.getByText('Écrit par Claire Exemple').waitFor()
      await expectGoodForAll(claire, 'le carnet de bord')

      const markdown = (await downloaded(claire, claire.getByRole('link', { name: 'Markdown' }))).toString('utf8')
      expect(markdown).toMatch(/^# Carnet de bord, Épône\n\n## \S+ \d+\S* \S+ \d{4}\n\n- /)
      expect(markdown).toContain('Réunion avec la direction : on ouvre.')
      const word = await downloaded(claire, claire.getByRole('link', { name: 'Document Word' }))
      expect(word.subarray(0, 2).toString()).toBe('PK')

      await goTo(coach, '/carnet-de-bord')
      await coach.getByText('Réunion avec la direction : on ouvre.').waitFor()
    })

    test('nothing failed in the pages', () => {
      expect(windows.flatMap(({ faults }) => faults)).toEqual([])
    })
  },
)
