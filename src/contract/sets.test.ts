import { expect, test } from 'vitest'
import { act } from './sets.ts'

test('a cell never holds the sign of number 0: PostgreSQL would refuse the whole act', () => {
  const row = { key: { id: '1' } }
  const written = act.parse({
    type: 'cells',
    hand: 'main',
    cells: [{ row, column: 'nom', seen: 'Mai\u0000rie', to: '\u0000École\u0000' }],
  })
  expect(written).toMatchObject({ cells: [{ seen: 'Mairie', to: 'École' }] })
  const added = act.parse({ type: 'add-row', hand: 'main', row: 'r1', cells: { nom: 'Ga\u0000re' } })
  expect(added).toMatchObject({ cells: { nom: 'Gare' } })
})
