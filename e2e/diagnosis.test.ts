import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTS } from '../src/core/diagnosis/questions.ts'
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

/** Épône's first answers: the diary printed a total of 16 over axes whose sum is 14. */
const EPONE: Readonly<Record<string, number>> = {
  ...{ 'qui-s-en-occupe': 2, 'ce-que-c-est': 1, 'qui-a-quoi': 2 },
  ...{ forme: 1, 'a-jour': 0, 'deja-ouvert': 1, informer: 4, servir: 3 },
}

/** Day 1: the questions by keyboard alone, the sum, the law; then what convinces colleagues. */
describe.skipIf(!chromiumPath)(`diagnostic et sensibilisation${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let page: Page
  let hands: Keyboard

  beforeAll(async () => {
    carnet = await Carnet.start('--example', '--published')
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
    hands = new Keyboard(page)
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const goTo = async (path: string) => {
    await page.goto(`/atelier${path}`)
    await settled(page)
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first()

  test('the 25 questions by keyboard: kept at each answer, the sum as computed, the law, another voice', async () => {
    await goTo('/diagnostic')
    await expectAccessible(page, 'le diagnostic, avant')
    await hands.press(button('Commencer'))
    for (const [at, part] of PARTS.entries()) {
      await page.getByRole('heading', { level: 1, name: part.title }).waitFor()
      if (at === 0) await expectGoodForAll(page, 'des questions')
      await answerByKeyboard(part)
      if (at === 1) {
        // Back to the part before: what was answered is there.
        await hands.press(button(PARTS[0]!.title))
        await page.getByRole('heading', { level: 1, name: PARTS[0]!.title }).waitFor()
        expect(await page.getByRole('radio', { name: 'Une personne, et ses collègues le savent' }).isChecked()).toBe(
          true,
        )
        await hands.press(button(part.title))
      }
      // She leaves in the middle, and comes back to where she was.
      if (at === 2) {
        await page.getByText('Vos réponses sont enregistrées').waitFor()
        await goTo('/diagnostic')
        await hands.press(page.getByRole('link', { name: /^Reprendre \(12 à répondre\)/ }))
        continue
      }
      await hands.press(button(PARTS[at + 1]?.title ?? 'Voir le résultat'))
    }
    await page.getByText('5 + 2 + 7 = 14').first().waitFor()
    expect(await page.getByRole('heading', { name: 'Niveau 2 : en chemin' }).isVisible()).toBe(true)
    expect(await page.getByText('tous les thèmes vous restent ouverts').isVisible()).toBe(true)

    await page.getByText('On ne peut pas encore le dire').waitFor()
    await hands.to(page.getByLabel('Agents en équivalents temps plein'))
    await hands.type('102')
    await hands.to(page.getByLabel('D’où vient ce nombre ?'))
    await hands.type('Service du personnel')
    await hands.press(button('Noter'))
    await page.getByText('Oui : votre commune y est tenue').waitFor()

    await hands.press(button('Ajouter un avis'))
    await hands.to(page.getByLabel('Qui répond ?'))
    await hands.type('Une élue')
    await hands.keys('Enter')
    await page.getByText('Diagnostic, réponses de Une élue').waitFor()
    await answerByKeyboard({ ...PARTS[0]!, questions: PARTS[0]!.questions.slice(0, 1) }, 4)
    await page.getByText('Vos réponses sont enregistrées').waitFor()
    await goTo('/diagnostic')
    await page.getByText('Une question sépare les avis').waitFor()
    await expectGoodForAll(page, 'le résultat du diagnostic')

    await goTo('/')
    await page.getByText('5 + 2 + 7 = 14 points sur 32').waitFor()
    expect(window.faults).toEqual([])
  })

  /** Each question by Tab, its answer by arrows from the first choice. */
  async function answerByKeyboard(part: (typeof PARTS)[number], points?: number) {
    for (const question of part.questions) {
      const field = page.locator('.diag-question').filter({ hasText: question.text.slice(0, 30) })
      if (question.kind === 'text') {
        await hands.to(field.getByRole('textbox').first())
        await hands.type('Une maison médicale')
        continue
      }
      await hands.to(field.getByRole('radio').first())
      const wanted = points ?? EPONE[question.id] ?? 0
      await hands.keys('Space', ...Array.from({ length: wanted }, () => 'ArrowDown'))
      expect(await field.getByRole('radio').nth(wanted).isChecked()).toBe(true)
    }
  }

  test('a course by keyboard, from the law to the town’s own sets, its questions, and a text rewritten', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await goTo('/sensibiliser')
    await expectGoodForAll(page, 'Sensibiliser')
    await page.setViewportSize({ width: 1440, height: 900 })
    await hands.press(page.getByRole('link', { name: /^Ouvrir le parcours : Les élus/ }))
    await page.getByRole('heading', { name: 'Dix minutes pour décider' }).waitFor()
    for (let cards = 1; cards < 9; cards++) {
      await hands.press(button('Carte suivante'))
      await hands.notLost()
      if (cards === 6) {
        expect(await page.locator('.aware-card').textContent()).toContain('Chez nous, six jeux de données')
        await expectGoodForAll(page, 'une carte')
        await page.setViewportSize({ width: 1440, height: 900 })
      }
    }
    await hands.press(button('Aux questions'))
    for (let questions = 1; questions <= 5; questions++) {
      await hands.to(page.getByRole('radio').first())
      await hands.keys('Space')
      await hands.press(button('Répondre'))
      await page.locator('.aware-card .c-notice').waitFor()
      await hands.notLost()
      if (questions === 1) await expectAccessible(page, 'une question et sa réponse')
      await hands.press(button(/^(Question suivante|Voir le résultat)$/))
    }
    await page.getByRole('heading', { name: '2 sur 5' }).waitFor()
    expect(await page.getByText('n’est écrit nulle part').isVisible()).toBe(true)

    await goTo('/sensibiliser/textes/quiz-elus')
    const text = page.getByRole('textbox', { name: 'Le texte' })
    await text.fill('# Une question ?\n\n- oui\n- non')
    await button('Enregistrer').click()
    await page.getByText('j’en attendais une seule, sur une ligne qui commence par - [x]').waitFor()
    await text.fill('# Une question ?\n\n- [x] oui\n- non\n\nParce que.')
    await button('Enregistrer').click()
    await page.getByText('Carnet n’y touchera plus').waitFor()
    await expectAccessible(page, 'un texte des parcours')
    expect(window.faults).toEqual([])
  })
})
