import type { Locator, Page } from 'playwright-core'

/** What was asked has come: nothing says that it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('body :is(h1, h2)').first().waitFor()
  await page.locator('.c-skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 60_000 })
}

/** Opens a window over the page, and waits for it. */
export async function openFirst(page: Page, button: Locator): Promise<void> {
  await button.click()
  await page.getByRole('dialog').waitFor()
}
