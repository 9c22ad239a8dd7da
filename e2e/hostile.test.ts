import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, NO_BROWSER, openBrowser, openWindow, PHONE, type Window } from './browser.ts'
import { Carnet } from './carnet.ts'
import { settled } from './pages.ts'
import { Town } from './town.ts'

const RUN = 'window.__xss=1'
/** What somebody may write in a cell, a title or the name of a file to have it run in the page of whoever reads it. */
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `"><svg onload=${RUN}>`,
  `' onmouseover='${RUN}' autofocus onfocus='${RUN}`,
  `javascript:${RUN}`,
  `</textarea></title></style><script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<a href="javascript:${RUN}">ici</a>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<math><mi xlink:href="data:x,<script>${RUN}</script>">`,
  `=HYPERLINK("javascript:${RUN}";"ici")`,
]
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const FILE = [
  ['Enseigne', 'Adresse', 'Site internet', 'Téléphone', ...PAYLOADS.slice(0, 4)],
  ...PAYLOADS.map((text, at) => [text, `${at + 1} rue des Lilas`, PAYLOADS[4]!, text, ...Array(4).fill(text)]),
]
  .map(row => row.map(quoted).join(';'))
  .join('\n')

/** A file that was made to harm, shown everywhere that its words are shown. */
describe.skipIf(!chromiumPath)(`fichier hostile${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let browser: Browser
  let window: Window
  let slug: string
  let link: string

  beforeAll(async () => {
    carnet = await Carnet.start()
    const town = new Town(carnet)
    await town.begin(`Claire ${PAYLOADS[1]}`)
    slug = await town.createSet(PAYLOADS[2]!, 'carnet-commerces')
    await town.give(slug, `${PAYLOADS[1]}.csv`, FILE)
    const scope = { type: 'read', set: slug }
    link = ((await town.post('/links', { scope, label: PAYLOADS[0] })) as { address: string }).address
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    await window.context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
      )
    })
  })
  afterAll(async () => {
    await browser?.close()
    await carnet?.remove()
  })

  const expectNothingRan = async (page: Page) => {
    expect(await page.evaluate(() => (globalThis as { __xss?: unknown }).__xss)).toBeUndefined()
    expect(await page.locator('iframe, [onerror], [onload], [onfocus], [href^="javascript:" i]').count()).toBe(0)
    expect(window.faults).toEqual([])
  }
  const shown = async (page: Page, path: string) => {
    await page.goto(path)
    await settled(page)
    await page.getByText('onerror=').or(page.getByText('svg onload')).first().waitFor({ timeout: 60_000 })
    await expectNothingRan(page)
  }

  test.each(['sources', 'colonnes', 'nettoyage', 'a-completer', 'verification', 'saisie', 'carte'])(
    'in the set: %s',
    tab => shown(window.page, `/atelier/jeux/${slug}/${tab}`),
  )

  test.each(['', 'jeux', 'journal', 'equipe', 'modeles/nouveau'])('in the workshop: /%s', path =>
    shown(window.page, `/atelier/${path}`),
  )

  test('in a cell that is opened, in the history, and in the cards of a phone', async () => {
    const { page } = window
    await page.goto(`/atelier/jeux/${slug}/nettoyage`)
    await page.getByRole('grid').waitFor()
    await page.getByRole('gridcell').filter({ hasText: 'onerror' }).first().click()
    await page.keyboard.press('F2')
    await page.getByRole('grid').locator('textarea').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Historique' }).click()
    await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    await expectNothingRan(page)
    await page.setViewportSize(PHONE.viewport!)
    await page.reload()
    await page.locator('.clean-card').first().waitFor()
    await expectNothingRan(page)
  })

  test('for whoever reads it by a link', () => shown(window.page, new URL(link).pathname))
})
