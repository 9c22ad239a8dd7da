import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromTsv, toHtml, toTsv, withoutStyles } from './clipboard.ts'

test('a range goes to a spreadsheet and back, byte for byte', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '0', '"', '\t', '\n', ' ', 'é', '\r\n'), maxLength: 8 })
  const grids = fc
    .integer({ min: 1, max: 4 })
    .chain(wide => fc.array(fc.array(texts, { minLength: wide, maxLength: wide }), { minLength: 1, maxLength: 4 }))
  fc.assert(
    fc.property(grids, grid => {
      // The last line break is the spreadsheet's: a last row of one empty cell cannot be told from none.
      fc.pre(grid.length === 1 || grid.at(-1)!.join('') !== '' || grid.at(-1)!.length > 1)
      expect(fromTsv(toTsv(grid))).toEqual(grid)
    }),
  )
})

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"un\ndeux"\t"dit ""oui"""\n', [['un\ndeux', 'dit "oui"']]],
  ['"bis" rue\tb', [['"bis" rue', 'b']]],
  ['"jamais fermé\tb', [['"jamais fermé', 'b']]],
  ['\t\n', [['', '']]],
  ['01004', [['01004']]],
  ['', [['']]],
])('%j', (text, grid) => {
  expect(fromTsv(text)).toEqual(grid)
})

test('what is copied as a page hides nothing in it', () => {
  expect(toHtml([['<b>', 'a\nb']])).toContain('&lt;b&gt;</td>')
})

test('the looks of a copied page are left out, what its cells say is not', () => {
  expect(withoutStyles('<style>td{color:red}</style><td class=a STYLE="color:red">un style= deux</td>')).toBe(
    '<td class=a data-style="color:red">un style= deux</td>',
  )
})
