import { describe, expect, test } from 'vitest'
import { modelFiles } from '../../../../src/core/models/draft.ts'
import { columnNames } from '../../../../src/core/table/table.ts'
import { readModelFile } from './model-file.ts'
import { pastedTable } from './pasted-table.ts'

describe('a model received', () => {
  const draft = {
    title: 'Lavoirs',
    description: 'D',
    fields: [
      {
        name: 'nom',
        title: 'Nom',
        meaning: 'M',
        example: 'E',
        type: 'name' as const,
        required: true,
        choices: [],
        synonyms: ['x'],
      },
    ],
  }
  test('shared by Carnet, it is the one that was made', () => {
    const { fields, ...head } = readModelFile(
      JSON.stringify({ title: draft.title, description: 'D', ...modelFiles(draft) }),
    )
    expect(head).toMatchObject({ title: 'Lavoirs', description: 'D' })
    expect(fields[0]).toMatchObject(draft.fields[0]!)
  })
  test('a bare Table Schema is one too', () => {
    expect(readModelFile('{"title":"T","fields":[{"name":"a","type":"date"}]}').fields[0]).toMatchObject({
      name: 'a',
      type: 'date',
    })
  })
  test.each([
    'du texte',
    '[]',
    '{"schema":{"fields":[]}}',
    '{"schema":{"fields":[{"name":"a"}]},"extra":{"inconnu":1}}',
  ])('%s is refused with a sentence', text => {
    expect(() => readModelFile(text)).toThrow(/[a-zé].*\.$/)
  })
})

describe('cells pasted', () => {
  test('from a sheet: tabs', () => {
    const table = pastedTable('Nom\tPlaces\r\nA, B\t3\r\n\r\nC\t4\ttrop')!
    expect(columnNames(table)).toEqual(['Nom', 'Places'])
    expect(table.columns[0]!.cells).toEqual(['A, B', 'C'])
  })
  test('titles alone, between semicolons', () =>
    expect(columnNames(pastedTable('Nom;Date de pose;État')!)).toHaveLength(3))
  test('nothing', () => expect(pastedTable(' \n ')).toBeUndefined())
})
