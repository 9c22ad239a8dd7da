import { expect, test } from 'vitest'
import { tableFromRows } from '../../table/table.ts'
import { convertUnits } from './convert-unit.ts'

const heights = tableFromRows(['hauteur'], [['12.5'], ['3'], ['N/A'], [''], ['-0.5']])
const convert = (from: string, to: string) =>
  convertUnits(heights, { type: 'convert-unit', column: 'hauteur', from, to })

test('metres become centimetres; what is not a number stays', () => {
  expect(convert('m', 'cm').table.columns[0]!.cells).toEqual(['1250', '300', 'N/A', '', '-50'])
})

test('and back, without a rounding', () => {
  expect(
    convertUnits(convert('m', 'cm').table, { type: 'convert-unit', column: 'hauteur', from: 'cm', to: 'm' }).table
      .columns[0]!.cells,
  ).toEqual(['12.50', '3.00', 'N/A', '', '-0.50'])
})

test('units of two families, or an unknown column: said, nothing changes', () => {
  const { table, notes } = convert('m', 'kg')
  expect(table).toBe(heights)
  expect(notes?.[0]).toContain('Je ne sais pas convertir')
})
