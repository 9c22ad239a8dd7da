import type { ElementHandle, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has: beyond, what is looked for cannot be reached. */
const MOST_STOPS = 400

/** A person who has no mouse: she goes with Tab, and sees where she is. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Tab after Tab, until the focus is there. Each stop is another one, and is seen. */
  async to(target: Locator): Promise<void> {
    let wanted = await this.#find(target)
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (stops > 0) await this.page.keyboard.press('Tab')
      const { there, gone, moved, name, seen } = await wanted.evaluate(whereFocusIs, stops > 0)
      if (stops > 0) expect(moved, `Tab leaves ${name}`).toBe(true)
      if (stops > 0) expect(seen, `the focus is seen on ${name}`).toBe(true)
      if (there) return
      // Drawn again meanwhile.
      if (gone) wanted = await this.#find(target)
    }
    throw new Error(`Tab does not reach ${target}`)
  }

  async #find(target: Locator): Promise<ElementHandle<Element>> {
    await target.waitFor({ timeout: 60_000 })
    return (await target.elementHandle()) as ElementHandle<Element>
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

/** Runs in the page: where the focus is, did it move since it was last asked, and can it be seen on the element, on what is around it, or on the box beside a hidden input? */
async function whereFocusIs(wanted: Element, pressed: boolean) {
  const last = window as { lastFocus?: Element }
  const before = last.lastFocus
  // A sheet draws the next cell before it goes there.
  for (let frames = 0; pressed && frames < 60 && document.activeElement === before; frames++)
    await new Promise(requestAnimationFrame)
  const element = document.activeElement ?? document.body
  last.lastFocus = element
  const around: Element[] = [...(element.closest('label')?.querySelectorAll('*') ?? [])]
  for (let one: Element | null = element, up = 0; one && up < 4; one = one.parentElement, up++) around.push(one)
  const outlined = (one: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || (one === element && boxShadow !== 'none')
  }
  // Between the last stop and the first, the browser has its own.
  return {
    there: element === wanted,
    gone: !wanted.isConnected,
    // The day, the month and the year of a date are stops of one element.
    moved: element !== before || element === document.body || element.matches('input[type="date"]'),
    name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60)}`,
    seen: element === document.body || around.some(outlined),
  }
}
