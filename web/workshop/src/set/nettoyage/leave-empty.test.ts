import { expect, test } from 'vitest'
import { parseModel } from '../../../../../src/core/models/parse-model.ts'
import { sourceOf } from '../../../../../src/core/recipe/sources.ts'
import { tableFromRows } from '../../../../../src/core/table/table.ts'
import { SheetData } from '../../sheet/sheet-data.ts'
import type { ProblemGroup } from '../../worker/protocol.ts'
import { SetEngine } from '../../worker/set-engine.ts'
import { leftEmpty } from './leave-empty.ts'

const model = parseModel({
  fields: [
    { name: 'id', type: 'string', constraints: { required: true, unique: true, pattern: '[a-z]' } },
    { name: 'n', type: 'integer' },
    { name: 'vrai', type: 'string', constraints: { enum: ['Oui', 'Non'] } },
  ],
})
const rows = [
  ['a', 'plusieurs', 'oui'],
  ['B', '12', 'Non'],
  ['a', 'beaucoup', 'Oui'],
]

function opened() {
  const engine = new SetEngine({ model, sources: sourceOf(tableFromRows(['id', 'n', 'vrai'], rows)) }, [])
  const data = new SheetData(engine.open())
  const check = engine.check()
  for (;;) {
    const { done, value } = check.next()
    if (done) return { data, groups: value.table.groups }
  }
}
const { data, groups } = opened()
const about = (column: string, code = ''): ProblemGroup =>
  groups.find(group => group.column === column && group.level === 'error' && group.code.includes(code))!

test('wrong values of a field that may be empty can be left empty', () => {
  expect(leftEmpty(about('n'), data)).toEqual([
    { row: 0, column: 1, to: '' },
    { row: 2, column: 1, to: '' },
  ])
})

test('not those of a field that must be filled, nor a value that is known, nor rows that say the same', () => {
  expect(leftEmpty(about('id', 'pattern'), data)).toEqual([])
  expect(about('vrai').fix).toBeDefined()
  expect(leftEmpty(about('vrai'), data)).toEqual([])
  expect(leftEmpty({ ...about('id', 'unique'), column: 'n' }, data)).toEqual([])
})
