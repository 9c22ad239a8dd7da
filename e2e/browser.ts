import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { findChromium } from '../scripts/chromium.mjs'

export const chromiumPath = findChromium()

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
export async function openWindow(
  browser: Browser,
  address: string,
  more: Partial<BrowserContextOptions> = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: address,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...more,
  })
  const faults: string[] = []
  context.on('page', page => noteFaults(page, faults))
  return { page: await context.newPage(), context, faults }
}

/** A narrow screen under a thumb. */
export const PHONE: Partial<BrowserContextOptions> = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

function noteFaults(page: Page, faults: string[]): void {
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => {
    // A refused request is written there by the browser itself, also when the page handles it.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
      faults.push(message.text())
  })
}

export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  /** Uncaught errors and refusals of the security policy. */
  readonly faults: readonly string[]
}

/** Half a second to read for the browser: once a page, not once a look. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
async function giveAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']
/** What a page looked at already may still break once it is dark, or of another width. */
const RULES = {
  colours: ['color-contrast', 'link-in-text-block'],
  places: ['target-size', 'scrollable-region-focusable'],
}

/** axe's rules for WCAG 2.2 A and AA, RGAA and good practice: nothing may be found. A floor, not a proof. */
export async function expectAccessible(
  page: Page,
  where: string,
  only: 'all' | keyof typeof RULES = 'all',
): Promise<void> {
  await giveAxe(page)
  await page.evaluate(atRest)
  const asked: axe.RunOptions['runOnly'] =
    only === 'all' ? { type: 'tag', values: STANDARDS } : { type: 'rule', values: RULES[only] }
  const found = await page.evaluate(async runOnly => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      // React Aria says « pending » there, through a node that names its button a few seconds longer than the button lasts.
      { exclude: ['[data-live-announcer]'] },
      { runOnly, resultTypes: ['violations'] },
    )
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes
          .map(node => node.target.join(' '))
          .slice(0, 5)
          .join(' ; ')}`,
    )
  }, asked)
  expect(found, `axe sur ${where}`).toEqual([])
}

/** Colours on their way from one to another are nobody's. */
const atRest = () =>
  Promise.all(
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
      .map(({ finished }) => finished.catch(() => undefined)),
  )

/** What makes the page wider than its window, less what scrolls in a frame of its own. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const isFramed = (element: Element): boolean => {
      const up = element.parentElement
      return up !== null && up !== document.body && (getComputedStyle(up).overflowX !== 'visible' || isFramed(up))
    }
    return [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > innerWidth + 0.5 && !isFramed(element))
      .slice(0, 5)
      .map(({ tagName, className }) => `${tagName}.${className}`)
      .concat(`${document.documentElement.scrollWidth} px`)
  })

/**
 * A page as everybody may meet it: in the light and in the dark, on a phone, a tablet and a screen; and nothing wider than the window there, nor at
 * 200 % and 400 % of an ordinary screen (which is what half and a quarter of its width are).
 */
export async function expectGoodForAll(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const width of [320, 720]) await expectFits(page, where, width)
  await expectFits(page, where, 768)
  await expectAccessible(page, `${where}, 768 px`, 'places')
  // The two layouts, whole: cards and menus of a phone, tables and columns of a screen.
  for (const width of [360, 1440]) {
    await expectFits(page, where, width)
    await expectAccessible(page, `${where}, ${width} px`)
  }
  // The same colours at every width.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, `${where}, sombre`, 'colours')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

async function expectFits(page: Page, where: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  expect(await sticksOut(page), `${where}, ${width} px`).toEqual([])
}
