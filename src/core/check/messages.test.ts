import { describe, expect, test } from 'vitest'
import { checkRows, errors } from './for-tests.ts'

const said = (field: object, text: string) =>
  errors(
    checkRows({ fields: [{ name: 'n' }, { name: 'v', ...field }] }, [
      ['n', 'v'],
      ['a', text],
    ]),
  )[0]?.message

/** What was read, what was expected, an example of the model: as a person of the town hall reads it. */
describe('sentences', () => {
  test.each([
    [
      { type: 'date', example: '2024-05-01' },
      '31/02/2021',
      "J'ai lu « 31/02/2021 » : j'attendais une date qui existe, écrite sous la forme AAAA-MM-JJ. Exemple : 2024-05-01",
    ],
    [
      { type: 'date', format: '%d/%m/%Y' },
      '2021',
      "J'ai lu « 2021 » : j'attendais une date qui existe, écrite sous la forme JJ/MM/AAAA.",
    ],
    [
      { type: 'number' },
      '12,5',
      "J'ai lu « 12,5 » : j'attendais un nombre avec un point au lieu de la virgule, par exemple 12.5.",
    ],
    [
      { type: 'boolean', trueValues: ['oui', 'Oui'], falseValues: ['non'] },
      'vrai',
      "J'ai lu « vrai » : j'attendais « oui » ou « non ».",
    ],
    [
      { constraints: { required: true }, example: 'Mairie' },
      '',
      'Cette cellule est vide : une valeur est obligatoire dans la colonne « v ». Exemple : Mairie',
    ],
    [{ constraints: { maxLength: 1 } }, 'ab', "J'ai lu « ab » : j'attendais au plus 1 caractère, il y en a 2."],
    [
      { type: 'array', constraints: { minLength: 2 } },
      '["a"]',
      'J\'ai lu « ["a"] » : j\'attendais au moins 2 éléments, il y en a 1.',
    ],
    [{ type: 'integer', constraints: { minimum: 3 } }, '1', "J'ai lu « 1 » : j'attendais au moins 3."],
    [
      { type: 'date', constraints: { maximum: '2020-01-01' } },
      '2021-01-01',
      "J'ai lu « 2021-01-01 » : j'attendais 2020-01-01 ou avant.",
    ],
    [{ constraints: { pattern: '^\\d{5}$' } }, '7868', "J'ai lu « 7868 » : j'attendais 5 chiffres, sans espace."],
    [
      { constraints: { pattern: 'B-\\d+' } },
      'x',
      "J'ai lu « x » : ce n'est pas écrit comme le modèle le demande (motif « B-\\d+ »).",
    ],
    [
      { constraints: { enum: ['a', 'b'] } },
      'a ',
      "J'ai lu « a », avec un espace au début ou à la fin : les valeurs permises sont « a », « b ».",
    ],
  ])('%j on « %s »', (field, text, expected) => {
    expect(said(field, text)).toBe(expected)
  })
  test('a long cell is cut', () => {
    expect(said({ type: 'integer' }, 'x'.repeat(5_000))!.length).toBeLessThan(300)
  })
})
