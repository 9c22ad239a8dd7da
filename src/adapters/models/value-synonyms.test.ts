import { expect, test } from 'vitest'
import { kindOf } from '../../core/recipe/kinds.ts'
import { type ReadValueOptions, readValue } from '../../core/values/read-value.ts'
import { loadRegistry } from './load.ts'

const told = loadRegistry()
  .list()
  .flatMap(model => model.fields.flatMap(field => (field.valueSynonyms ? [{ model, field }] : [])))

test('some models know other writings of their values', () => expect(told.length).toBeGreaterThan(20))

test.each(told.map(one => [one.model.id, one.field.name, one] as const))(
  '%s, %s: each writing is read as its value, and as no other',
  (_, __, { field }) => {
    const { kind, options } = kindOf(field)
    for (const [value, writings] of Object.entries(field.valueSynonyms!))
      for (const text of writings)
        expect([text, readValue(kind, text, options as ReadValueOptions)]).toMatchObject([
          text,
          { status: 'certain', value },
        ])
  },
)
