import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadResult } from '../../core/table/read-result.ts'
import type { Native } from '../../core/table/table.ts'
import { pack, unpack } from './pack.ts'

/** Objects as readers make them. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T>(model, { noNullPrototype: true })
const shown = fc.string({ unit: 'grapheme', maxLength: 6 })
const native: fc.Arbitrary<Native | undefined> = fc.oneof(
  fc.constant(undefined),
  record({ type: fc.constant('number' as const), value: fc.double({ noNaN: true }), shown }),
  record({
    type: fc.constantFrom('date' as const, 'datetime' as const, 'time' as const),
    serial: fc.double({ noNaN: true }),
    shown,
  }),
  record({ type: fc.constant('boolean' as const), value: fc.boolean(), shown, formula: fc.constant(true as const) }),
  record({ type: fc.constant('error' as const), shown }),
  record({ type: fc.constant('text' as const), shown, formula: fc.constant(true as const) }),
)
const cells = fc.array(fc.tuple(fc.oneof(shown, fc.constantFrom('', '\0', '__proto__')), native), { maxLength: 20 })

test('a table that crosses is the table that was sent', () => {
  fc.assert(
    fc.property(cells, fc.boolean(), (column, sheeted) => {
      const sent: ReadResult = {
        file: 'f.xlsx',
        format: 'xlsx',
        tables: [
          {
            headerRow: 1,
            table: {
              columns: [
                { name: '__proto__', cells: column.map(([text]) => text) },
                { name: 'n', cells: column.map(([text]) => text), natives: column.map(([, kept]) => kept) },
              ],
              rows: column.map((_, i) => ({ source: 'f.xlsx', ...(sheeted && { sheet: 'S' }), line: i + 2 })),
            },
            setAside: [],
            hidden: { sheets: [], rows: [], columns: [] },
          },
        ],
        warnings: ['à savoir'],
      }
      expect(unpack(structuredClone(pack(sent)))).toStrictEqual(sent)
    }),
    { numRuns: 300 },
  )
})
