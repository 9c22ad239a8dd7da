import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has: beyond, what is looked for cannot be reached. */
const MOST_STOPS = 400

/** A person who has no mouse: she goes with Tab, and sees where she is. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Tab after Tab, until the focus is there. Each stop is another one, and is seen. */
  async to(target: Locator): Promise<void> {
    await target.waitFor({ timeout: 60_000 })
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await isFocused(target)) return
      const before = await this.page.evaluateHandle(() => document.activeElement)
      await this.page.keyboard.press('Tab')
      const { moved, name, seen } = await this.page.evaluate(whereFocusIs, before)
      expect(moved, `Tab leaves ${name}`).toBe(true)
      expect(seen, `the focus is seen on ${name}`).toBe(true)
      await before.dispose()
    }
    throw new Error(`Tab does not reach ${target}`)
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(target)
    await this.page.keyboard.press(key)
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type = (text: string): Promise<void> => this.page.keyboard.type(text)

  /** Whatever was done, the focus is still on something. */
  async notLost(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement !== document.body)
  }
}

const isFocused = (target: Locator): Promise<boolean> => target.evaluate(element => element === document.activeElement)

/** Runs in the page: did the focus move, and can it be seen on the element, on what is around it, or on the box beside a hidden input? */
function whereFocusIs(before: Element | null) {
  const element = document.activeElement ?? document.body
  const around: Element[] = [...(element.closest('label')?.querySelectorAll('*') ?? [])]
  for (let one: Element | null = element, up = 0; one && up < 4; one = one.parentElement, up++) around.push(one)
  const outlined = (one: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || (one === element && boxShadow !== 'none')
  }
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60)}`
  // Between the last stop and the first, the browser has its own.
  return {
    moved: element !== before || element === document.body,
    name,
    seen: element === document.body || around.some(outlined),
  }
}
