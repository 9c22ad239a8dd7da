import type { Finding } from '../finding.ts'

interface Met {
  readonly line: number
  readonly text: string
  count: number
}

const DAY = 86_400_000
/** A date this far from the sure ones is out of their time; one this near is of their time. */
const FAR = 45 * DAY
const NEAR = 7 * DAY
const MOST = 20_000

/**
 * Dates that are valid and yet do not go with the others of their column: day and month turned over by a spreadsheet, or a year apart from all the rest.
 * Told at the end, once the whole column is known; nothing is said of columns whose dates spread over many years.
 */
export class DateCheck {
  readonly #met = new Map<string, Met>()

  constructor(readonly column: string) {}

  /** `date`: canonical YYYY-MM-DD; `text` as written. */
  push(date: string, text: string, line: number): void {
    const met = this.#met.get(date)
    if (met) met.count++
    else if (this.#met.size < MOST) this.#met.set(date, { line, text, count: 1 })
  }

  end(): Finding[] {
    const flipped = this.#flipped()
    return [...flipped.values(), ...this.#oddYears(new Set(flipped.keys()))]
  }

  /** Only dates whose day is over 12 are sure of their order: they give the span that the others are held against. */
  #flipped(): Map<string, Finding> {
    const sure = [...this.#met.keys()].filter(date => Number(date.slice(8, 10)) > 12).map(Date.parse)
    const found = new Map<string, Finding>()
    if (sure.length < 8) return found
    const [first, last] = [Math.min(...sure), Math.max(...sure)]
    if (last - first > 300 * DAY) return found
    for (const [date, { line, text }] of this.#met) {
      const turned = `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`
      const at = Date.parse(turned)
      if (turned === date || Number.isNaN(at) || Number(date.slice(8, 10)) > 12) continue
      const now = Date.parse(date)
      if ((now >= first - FAR && now <= last + FAR) || at < first - NEAR || at > last + NEAR) continue
      found.set(
        date,
        this.#warn(
          'flipped-date',
          line,
          text,
          `« ${text} » est loin des autres dates de la colonne : le jour et le mois sont peut-être inversés (${turned} ?).`,
        ),
      )
    }
    return found
  }

  /** One year holds nine dates in ten, and this one is three years or more away. */
  #oddYears(told: ReadonlySet<string>): Finding[] {
    const years = new Map<number, number>()
    let all = 0
    for (const [date, { count }] of this.#met) {
      const year = Number(date.slice(0, 4))
      years.set(year, (years.get(year) ?? 0) + count)
      all += count
    }
    const [main, count] = [...years].reduce((top, one) => (one[1] > top[1] ? one : top), [0, 0])
    if (all < 10 || count < 0.9 * all) return []
    return [...this.#met]
      .filter(([date]) => !told.has(date) && Math.abs(Number(date.slice(0, 4)) - main) >= 3)
      .map(([date, { line, text }]) =>
        this.#warn(
          'odd-year',
          line,
          text,
          `« ${text} » : presque toutes les dates de cette colonne sont de ${main}. Est-ce bien l'année ${date.slice(0, 4)} ?`,
        ),
      )
  }

  #warn(code: string, row: number, value: string, message: string): Finding {
    return { level: 'warning', code: `carnet/${code}`, row, column: this.column, value, message }
  }
}
