import type { Field, Model } from '../../../../../src/core/models/model.ts'
import { type AskedCell, askedCells } from '../../../../../src/core/propose/asked.ts'
import { kindOf } from '../../../../../src/core/recipe/kinds.ts'
import { roleOf } from '../../../../../src/core/recipe/roles.ts'
import type { Table } from '../../../../../src/core/table/table.ts'
import { readValue } from '../../../../../src/core/values/read-value.ts'
import type { AskedPlace, AskedQuestion, QuestionsInput } from './questions.ts'

type CellQuestion = Extract<AskedQuestion, { type: 'cell' }>

/**
 * The questions about cells, each with its row. Empty cells are filled by column (holes.ts). A large list may ask thousands: nothing is looked
 * for twice.
 */
export function cellQuestions(input: QuestionsInput): CellQuestion[] {
  const asker = new CellAsker(input)
  return askedCells(input.questions, input.findings, input.firstLine).map(cell => asker.ask(cell))
}

class CellAsker {
  readonly #cells: ReadonlyMap<string, readonly string[]>
  readonly #telling: readonly string[]
  readonly #candidates = new Map<string, readonly string[]>()

  constructor(readonly input: QuestionsInput) {
    this.#cells = cellsByName(input.table)
    this.#telling = telling(input.model).filter(name => this.#cells.has(name))
  }

  ask({ row: at, column, value, question, candidates }: AskedCell): CellQuestion {
    const place = this.#placeOf(at, column)
    return {
      type: 'cell',
      id: `${column} ${place.row ? JSON.stringify(place.row) : at}`,
      question,
      column,
      value,
      now: this.#said(column, at),
      place,
      candidates: candidates ?? this.#read(column, value),
    }
  }

  /** Values that a reader hesitates between. */
  #read(column: string, value: string): readonly string[] {
    const key = `${column} ${value}`
    let found = this.#candidates.get(key)
    if (!found) this.#candidates.set(key, (found = readCandidates(this.input, column, value)))
    return found
  }

  #said(column: string, at: number): string {
    return this.#cells.get(column)?.[at] ?? ''
  }

  #placeOf(at: number, column: string): AskedPlace {
    const { table, identity } = this.input
    const row = identity(at)
    const ref = table.rows[at]
    const told = firstFilled(this.#telling, CONTEXT + 2, name => this.#said(name, at).trim() !== '')
    const said = (name: string) => this.#said(name, at).trim()
    return {
      ...(row && { row }),
      name: told[0] === undefined ? `Ligne ${at + 2}` : said(told[0]),
      line: ref?.line ?? 0,
      ...(ref?.sheet !== undefined && { sheet: ref.sheet }),
      context: told
        .slice(1)
        .filter(name => name !== column)
        .slice(0, CONTEXT)
        .map(name => ({ column: name, value: said(name) })),
      at,
    }
  }
}

/** What else is said of a row. */
const CONTEXT = 5

const cellsByName = ({ columns }: Table): Map<string, readonly string[]> =>
  new Map(columns.map(({ name, cells }) => [name, cells]))

function firstFilled(names: readonly string[], most: number, isFilled: (name: string) => boolean): string[] {
  const found: string[] = []
  for (const name of names) {
    if (found.length === most) break
    if (isFilled(name)) found.push(name)
  }
  return found
}

const TELLING: readonly string[] = ['name', 'street', 'address', 'town', 'phone', 'siret', 'id']

/** The columns that tell a person which row it is, best first. */
function telling({ fields }: Model): string[] {
  const rank = (field: Field): number => {
    const at = TELLING.indexOf(roleOf(field) ?? '')
    return at < 0 ? TELLING.length : at
  }
  return fields
    .map(field => ({ name: field.name, rank: rank(field) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
}

/** A value so long is a text: no reader hesitates about it. */
const LONGEST = 1000

function readCandidates({ model, readOptions }: QuestionsInput, column: string, value: string): readonly string[] {
  const field = model.fields.find(one => one.name === column)
  if (!field || value.length > LONGEST) return []
  const { kind, options } = kindOf(field)
  const reading = readValue(kind, value, { ...options, ...readOptions })
  return reading.status === 'doubtful' ? [...new Set(reading.candidates.map(one => one.value))].slice(0, 4) : []
}
