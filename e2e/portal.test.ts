import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
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
import { serveFolder } from './site-server.ts'
import { Town } from './town.ts'

const SHOPS = 'commerces-et-leurs-horaires'

/** What citizens see of the week's six sets: on Carnet, without script, and on the host of another. */
describe.skipIf(!chromiumPath)(`le portail${chromiumPath ? '' : ` (${NO_BROWSER})`}`, () => {
  let carnet: Carnet
  let town: Town
  let browser: Browser
  let window: Window
  let page: Page
  let host: Server | undefined
  const folder = mkdtempSync(join(tmpdir(), 'carnet-site-e2e-'))

  beforeAll(async () => {
    carnet = await Carnet.start('--example', '--published')
    town = new Town(carnet)
    browser = await openBrowser()
    window = await openWindow(browser, carnet.address)
    page = window.page
  }, 600_000)
  afterAll(async () => {
    host?.close()
    await browser?.close()
    await carnet?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const firstCells = () => page.locator('tbody tr').first().locator('td').allTextContents()

  test('a citizen finds a set, reads it, sorts it and searches in it, without a mouse', async () => {
    await page.goto('/')
    const hands = new Keyboard(page)
    await hands.to(page.getByLabel('Que cherchez-vous ?'))
    await hands.type('velo')
    await page.getByRole('heading', { name: '1 jeu de données trouvé' }).waitFor()
    await expectAccessible(page, 'le catalogue cherché')
    await hands.keys('Control+a', 'Delete')
    await expectGoodForAll(page, 'le catalogue')

    await page.setViewportSize({ width: 1440, height: 900 })
    await hands.press(page.getByRole('link', { name: /^Commerces/ }))
    await page.waitForURL(`**/jeux/${SHOPS}`)
    await hands.press(page.locator('th a').first())
    await page.locator('th[aria-sort="ascending"]').first().waitFor()
    await hands.notLost()
    expect(new URL(page.url()).searchParams.get('tri')).not.toBeNull()
    await hands.to(page.getByLabel('Chercher dans les lignes'))
    await hands.type('laiterie')
    await hands.keys('Enter')
    await page.locator('[data-count]', { hasText: 'trouvée' }).waitFor()
    expect((await firstCells()).join(' ').toLowerCase()).toContain('laiterie')
    await hands.notLost()
    await page.goto(`/jeux/${SHOPS}`)
    await page.locator('.map-live').waitFor()
    await expectGoodForAll(page, 'la page d’un jeu')
    expect(window.faults).toEqual([])
  })

  test('without script everything is read: search, sort, page of the table, map drawn', async () => {
    const plain = await openWindow(browser, carnet.address, { javaScriptEnabled: false })
    await plain.page.goto('/')
    await plain.page.getByLabel('Que cherchez-vous ?').fill('stationnement')
    await plain.page.getByRole('button', { name: 'Chercher' }).click()
    expect(await plain.page.locator('.cards > li').count()).toBe(2)
    await plain.page.goto(`/jeux/${SHOPS}`)
    expect(await plain.page.locator('.map svg circle').count()).toBeGreaterThan(0)
    const before = await plain.page.locator('tbody tr').first().textContent()
    await plain.page.locator('th a').nth(1).click()
    await plain.page.locator('th a').nth(1).click()
    expect(new URL(plain.page.url()).searchParams.get('sens')).toBe('decroissant')
    expect(await plain.page.locator('tbody tr').first().textContent()).not.toBe(before)
    await plain.context.close()
  })

  test('the first view of a catalogue and of a set weighs less than 60 kB, its map aside', async () => {
    for (const path of ['/', `/jeux/${SHOPS}`]) {
      const fresh = await openWindow(browser, carnet.address)
      let bytes = 0
      const client = await fresh.context.newCDPSession(fresh.page)
      await client.send('Network.enable')
      const urls = new Map<string, string>()
      client.on('Network.requestWillBeSent', ({ requestId, request }) => void urls.set(requestId, request.url))
      client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (!/\/map-|carte\.json|geopf/.test(urls.get(requestId) ?? '')) bytes += encodedDataLength
      })
      await fresh.page.goto(path, { waitUntil: 'networkidle' })
      expect(bytes, path).toBeGreaterThan(5_000)
      expect(bytes, path).toBeLessThan(60_000)
      await fresh.context.close()
    }
  })

  test('what was withdrawn, a version, the law’s pages, the maps, a frame elsewhere', async () => {
    await town.post('/sets/monuments-historiques/withdraw', { key: 'retrait-portail', why: 'Une adresse est fausse.' })
    const version = await fetch(`${carnet.address}/jeux/defibrillateurs`)
      .then(answer => answer.text())
      .then(text => /\/jeux\/defibrillateurs\/v\/[\da-f]{64}/.exec(text)![0])
    for (const [path, where] of [
      ['/jeux/monuments-historiques', 'un jeu retiré'],
      [version, 'une version'],
      ['/accessibilite', 'une page légale'],
      ['/carte', 'les cartes'],
      ['/embed/defibrillateurs', 'un cadre'],
    ] as const) {
      await page.goto(path)
      await (path.startsWith('/embed/') ? expectGoodForAll : expectAccessible)(page, where)
    }
    await page.goto('/jeux/monuments-historiques')
    await page.getByText('Une adresse est fausse.').waitFor()

    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('/atelier/faire-savoir/portail')
    await expectGoodForAll(page, 'Votre portail')
    await page.setViewportSize({ width: 1440, height: 900 })
    const hands = new Keyboard(page)
    await hands.press(page.getByRole('link', { name: 'Mentions légales' }))
    const text = page.getByRole('textbox', { name: 'Le texte de la page' })
    await expect.poll(() => text.inputValue()).toContain('données ouvertes')
    await hands.to(text)
    await hands.keys('Control+End')
    await hands.type('\n\nDirection de la publication : la mairie d’Épône (exemple).')
    await hands.press(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('le public le lit déjà').first().waitFor()
    await expectAccessible(page, 'une page légale écrite')
    await page.goto('/mentions-legales')
    await page.getByText('la mairie d’Épône (exemple)').waitFor()
    await page.getByText('Écrit par la commune').waitFor()
    expect(window.faults).toEqual([])
  })

  test('the whole site on the host of another: the same addresses, found, sorted and searched there', async () => {
    await page.goto('/atelier/faire-savoir/portail')
    await page.getByLabel(/L’adresse où il sera lu/).fill('https://ville.example/donnees')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Télécharger le site' }).click()
    const zip = unzipSync(readFileSync(await (await coming).path()))
    for (const [name, bytes] of Object.entries(zip)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    const served = await serveFolder(folder, '/donnees')
    host = served.server
    const away = await openWindow(browser, served.address)
    page = away.page
    await page.goto(`${served.address}/`)
    await page.getByLabel('Que cherchez-vous ?').fill('recharge')
    await page.getByRole('heading', { name: '1 jeu de données trouvé' }).waitFor()
    await page.getByLabel('Que cherchez-vous ?').fill('')
    await page.getByRole('link', { name: /^Commerces/ }).click()
    await page.waitForURL(`**/donnees/jeux/${SHOPS}/`)
    const rows = await page.locator('tbody tr:visible').count()
    await page.getByLabel('Chercher dans les lignes').fill('laiterie')
    await expect.poll(() => page.locator('tbody tr:visible').count()).toBeLessThan(rows)
    await page.getByLabel('Chercher dans les lignes').fill('')
    await page.locator('th button').nth(1).click()
    await page.locator('th[aria-sort="ascending"]').waitFor()
    await page.locator('.map-live').waitFor()
    await expectAccessible(page, 'un jeu sur un autre hébergeur')
    // As it was written down when Carnet served it.
    await page.goto(`${served.address}/jeux/defibrillateurs`)
    await page.getByRole('heading', { level: 1, name: /^Défibrillateurs/ }).waitFor()
    await page.goto(`${served.address}/jeux/monuments-historiques/`)
    await page.getByText('Une adresse est fausse.').waitFor()
    expect((await page.goto(`${served.address}/rien`))?.status()).toBe(404)
    await page.getByRole('heading', { name: 'Cette page n’existe pas' }).waitFor()
    expect(away.faults).toEqual([])
  })
})
