import { describe, expect, test } from 'vitest'
import { WISH_BOXES, type WishBox } from '../../contract/wishes.ts'
import { readBoxes } from './boxes.ts'
import { proposeGrade, type StandingBox } from './grade.ts'
import type { Received } from './received.ts'

type Table = NonNullable<Received['table']>
const NOTHING: Received = { files: 0, tables: 0, steps: [], modelless: false, asked: { sent: 0 } }
const table = (more: Partial<Table> = {}): Table => ({
  rows: 10,
  valid: false,
  counts: {},
  holes: { columns: [], cells: 0, of: 40 },
  ...more,
})
const came = (more: Partial<Table> = {}, others: Partial<Received> = {}): Received => ({
  ...NOTHING,
  files: 1,
  tables: 1,
  table: table(more),
  ...others,
})

/** The boxes that are on, with why; `!`: it is much. */
const ticked = (received: Received): string[] => {
  const boxes = readBoxes(received)
  return WISH_BOXES.filter(box => boxes[box].on).map(box => `${box}${boxes[box].heavy ? '!' : ''} ${boxes[box].reason}`)
}

describe('the five boxes, from what was received', () => {
  test.each<[string, Received, string[]]>([
    ['nobody asked yet: nothing is said to be missing', NOTHING, []],
    ['asked, no answer', { ...NOTHING, asked: { sent: 1 } }, []],
    [
      'somebody answered that it does not exist',
      { ...NOTHING, asked: { sent: 1, refused: 'Le service culturel' } },
      ['missing Le service culturel a répondu que ces données n’existent pas.'],
    ],
    ['a file that Carnet has not looked at', { ...NOTHING, files: 1, tables: 1 }, []],
    ['a file without a row', came({ rows: 0 }), ['missing Le fichier reçu ne contient aucune ligne de données.']],
    ['a table that is right', came({ valid: true }), []],
    [
      'holes in columns that are begun',
      came({ holes: { columns: [], cells: 12, of: 40 } }),
      ['complete 12 cases obligatoires sont vides.'],
    ],
    [
      'more than half is empty',
      came({ holes: { columns: [], cells: 20, of: 40 } }),
      ['complete! 20 cases obligatoires sont vides.'],
    ],
    [
      'columns that hold nothing',
      came({ holes: { columns: ['Latitude'], cells: 0, of: 30 } }),
      ['compile 1 colonne obligatoire n’a aucune valeur : Latitude.'],
    ],
    [
      'as many as are begun: it is much',
      came({ holes: { columns: ['A', 'B', 'C', 'D', 'E'], cells: 0, of: 50 } }),
      ['compile! 5 colonnes obligatoires n’ont aucune valeur : A, B, C et 2 autres.'],
    ],
    [
      'three sheets of which two are one',
      came({}, { tables: 3, steps: [{ type: 'append', off: false }] }),
      ['compile 2 tableaux reçus ne sont pas encore réunis en un seul.'],
    ],
    [
      'three sheets that are one',
      came(
        {},
        {
          tables: 3,
          steps: [
            { type: 'append', off: false },
            { type: 'merge', off: false },
          ],
        },
      ),
      [],
    ],
    ['a sheet left aside by a table that is right', came({ valid: true }, { tables: 2 }), []],
    [
      'values that do not fit',
      came({ counts: { 'type-error': 2, 'constraint-error/enum': 1, 'constraint-error/required': 9 } }),
      ['clean 3 valeurs ne vont pas dans le modèle.'],
    ],
    [
      'one a row: it is much',
      came({ counts: { 'type-error': 10 } }),
      ['clean! 10 valeurs ne vont pas dans le modèle.'],
    ],
    [
      'points outside the town',
      came({ counts: { 'carnet/outside-town': 1 }, valid: true }),
      ['clean 1 valeur étonne Carnet : à vérifier.'],
    ],
    [
      'a cleaning that waits for a person',
      came({}, { steps: [{ type: 'normalise', off: true }] }),
      ['clean 1 nettoyage attend votre accord.'],
    ],
    [
      'columns that the model does not know',
      came({ counts: { 'extra-label': 4 } }),
      ['standardise 4 colonnes ne sont pas dans le modèle.'],
    ],
    ['the same in a table that is right: allowed', came({ counts: { 'extra-label': 4 }, valid: true }), []],
    [
      'a column to recognise',
      came({}, { steps: [{ type: 'rename', off: true }] }),
      ['standardise 1 colonne attend votre accord.'],
    ],
    [
      'a proposal that waits, on a table that is right: nobody has to answer',
      came(
        { valid: true },
        {
          steps: [
            { type: 'rename', off: true },
            { type: 'normalise', off: true },
          ],
        },
      ),
      [],
    ],
    [
      'a theme without model',
      came({}, { modelless: true }),
      ['standardise! Ce thème n’a pas encore de modèle : les colonnes restent à choisir.'],
    ],
  ])('%s', (_, received, wanted) => {
    expect(ticked(received)).toEqual(wanted)
  })

  test('a box that is off says why too, and what Carnet did', () => {
    const steps = (['normalise', 'geocode', 'rename'] as const).map(type => ({ type, off: false }))
    const boxes = readBoxes(came({ valid: true }, { steps }))
    expect(boxes.clean.reason).toBe('C’est propre : Carnet a fait 2 nettoyages.')
    expect(boxes.standardise.reason).toBe('Les colonnes sont celles du modèle : Carnet les a renommées.')
    expect(boxes.missing.reason).toBe('Ces données existent : 10 lignes.')
  })
})

describe('the colour, from the boxes', () => {
  const colour = (received: boolean, ...on: readonly (WishBox | `${WishBox}!`)[]) => {
    const boxes = Object.fromEntries(
      WISH_BOXES.map((box): [WishBox, StandingBox] => [
        box,
        { on: on.includes(box) || on.includes(`${box}!`), ...(on.includes(`${box}!`) && { heavy: true }) },
      ]),
    ) as Record<WishBox, StandingBox>
    const { grade, reason } = proposeGrade(boxes, received)
    return `${grade}: ${reason}`
  }
  test.each([
    [colour(false), 'undefined: Rien n’est encore reçu : il est trop tôt pour le dire.'],
    [colour(false, 'missing'), 'black: Ces données sont introuvables.'],
    [colour(true, 'missing', 'clean'), 'black: Ces données sont introuvables.'],
    [colour(true), 'green: Rien ne reste à faire.'],
    [colour(true, 'standardise'), 'green: Il reste à standardiser.'],
    [colour(true, 'complete!'), 'orange: Il reste à compléter (beaucoup).'],
    [colour(true, 'clean', 'compile', 'complete'), 'orange: Il reste à nettoyer, à compiler et à compléter.'],
    [
      colour(true, 'clean', 'compile', 'complete', 'standardise'),
      'red: Il reste à nettoyer, à compiler, à compléter et à standardiser.',
    ],
    [colour(true, 'compile!', 'complete!'), 'red: Il reste à compiler (beaucoup) et à compléter (beaucoup).'],
  ])('%s', (found, wanted) => {
    expect(found).toBe(wanted)
  })
})
