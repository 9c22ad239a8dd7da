import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const PLACES = [
  process.env.CARNET_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const chromiumPath = PLACES.find(path => path !== '' && existsSync(path))

/** Why the browser tests are skipped, said once. */
export const NO_BROWSER =
  'aucun Chromium ni Chrome trouvé sur cette machine (Debian : apt install chromium ; ailleurs : CARNET_CHROMIUM=/chemin)'

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath!,
    args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
  })

/** A window of its own, with its own storage; what the page could not do is remembered. */
export async function openWindow(browser: Browser, address: string, width = 1440, height = 900): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL: address,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => {
    // A refused request is written there by the browser itself, also when the page handles it.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
      faults.push(message.text())
  })
  return { page, context, faults }
}

export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  /** Uncaught errors and refusals of the security policy. */
  readonly faults: readonly string[]
}

/** axe's rules for WCAG 2.2 A and AA, and RGAA: nothing may be found. A floor, not a proof. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'] },
    })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes
          .map(node => node.target.join(' '))
          .slice(0, 5)
          .join(' ; ')}`,
    )
  })
  expect(found, `axe sur ${where}`).toEqual([])
}
