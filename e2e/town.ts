import type { Page } from 'playwright-core'
import type { Carnet } from './carnet.ts'

/** What journeys need before their own story: a town, a set, a file in it. Through the same doors as the page's. */
export class Town {
  constructor(readonly carnet: Carnet) {}

  async begin(name = 'Claire Exemple'): Promise<void> {
    await this.post('/start', { insee: '78217', name })
  }

  async createSet(title: string, model: string): Promise<string> {
    const { slug } = (await this.post('/sets', { title, model })) as { slug: string }
    return slug
  }

  /** A file received, put in a set, and the proposal that follows adopted. */
  async give(slug: string, name: string, text: string): Promise<void> {
    const form = new FormData()
    form.set('file', new Blob([text], { type: 'text/csv' }), name)
    const [upload] = (await this.ask('/uploads', { method: 'POST', body: form })) as { id: string }[]
    await this.#putIn(slug, upload!.id)
  }

  /** A file of the example town, from those received. */
  async put(slug: string, name: string): Promise<void> {
    const received = (await this.get('/uploads')) as { id: string; name: string }[]
    await this.#putIn(slug, received.find(file => file.name === name)!.id)
  }

  async slugOf(title: string): Promise<string> {
    const { sets } = (await this.get('/home')) as { sets: { slug: string; title: string }[] }
    return sets.find(set => set.title === title)!.slug
  }

  async #putIn(slug: string, upload: string): Promise<void> {
    await this.until(async () => 'tables' in ((await this.get(`/uploads/${upload}`)) as object))
    await this.post(`/sets/${slug}/sources`, { upload })
    await this.prepared(slug)
  }

  /** What Carnet proposes for the set's files has come. */
  async prepared(slug: string): Promise<void> {
    await this.until(async () => {
      const { job, steps } = (await this.get(`/sets/${slug}`)) as { job?: string; steps: unknown[] }
      return job === undefined && steps.length > 0
    })
  }

  get = (path: string): Promise<unknown> => this.ask(path, {})
  post = (path: string, body: unknown): Promise<unknown> =>
    this.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  async ask(path: string, options: RequestInit): Promise<unknown> {
    const answer = await fetch(`${this.carnet.address}/api/atelier${path}`, options)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${options.method ?? 'GET'} ${path}: ${answer.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  async until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (await isSo()) return
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error('waited a minute in vain')
  }
}

/** The set's sheet, as a person works in it. */
export class SheetPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`/atelier/jeux/${this.slug}/nettoyage`)
    await this.grid.waitFor({ timeout: 60_000 })
  }

  get grid() {
    return this.page.getByRole('grid')
  }

  /** `row`: 0 for the first row of data; `column`: 0 for the first one. */
  cell(row: number, column: number) {
    return this.grid.locator(`[role="gridcell"][data-at="${row}"][data-column="${column}"]`)
  }

  /** As with a spreadsheet: one goes to the cell, types over it, and leaves it. */
  async write(row: number, column: number, text: string): Promise<void> {
    await this.cell(row, column).click()
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  saved() {
    return this.page.locator('.clean-saving', { hasText: 'Enregistré' })
  }
}

/** Rows that everybody can count. */
export const SHOPS = (rows: number): string =>
  [
    'Enseigne;Adresse;Téléphone',
    ...Array.from(
      { length: rows },
      (_, at) => `Boutique ${at + 1};${at + 1} rue des Lilas;01 99 00 00 ${String(at % 100).padStart(2, '0')}`,
    ),
  ].join('\n')
