import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { call, testFolder } from './call-for-tests.ts'

const folder = testFolder()
const first = folder.write(
  'a.csv',
  'enseigne,adresse,telephone\nBoulangerie du Test,3 rue Haute,\nCafé d’Exemple,5 rue Haute,+33199001235\n',
)
const second = folder.write(
  'b.csv',
  "Nom du commerce;Adresse;Tél\nBOULANGERIE DU TEST;3, r. Haute;+33199001234\nCafe d'exemple;5 rue haute;+33199009999\nLibrairie Neuve;9 rue Basse;\n",
)

describe('carnet merge', () => {
  test('--json tells matched, only A, only B, doubtful, conflicts and advice; --dry-run writes nothing', async () => {
    const { code, out } = await call('merge', first, second, '--model', 'commerces', '--dry-run', '--json')
    expect(code).toBe(0)
    const told = JSON.parse(out)
    expect(told.matched).toHaveLength(2)
    expect(told.onlyA).toHaveLength(0)
    expect(told.onlyB.map((row: { line: number }) => row.line)).toEqual([4])
    expect(told.doubtful).toEqual([])
    expect(told.conflicts).toContainEqual({
      column: 'telephone',
      a: { line: 3, value: '+33199001235' },
      b: { line: 3, value: '+33199009999' },
    })
  })

  test('writes the table: holes filled, new rows added, nothing lost', async () => {
    const { code } = await call('merge', first, second, '--model', 'commerces', '--out', folder.path('fusion'))
    expect(code).toBe(0)
    const rows = readFileSync(folder.path('fusion/table.csv'), 'utf8').trim().split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows[1]).toContain('+33199001234')
    expect(existsSync(folder.path('fusion/merge.json'))).toBe(true)
  })

  test('a key that is not in a file is told with the columns there are', async () => {
    const { code, err } = await call('merge', first, second, '--model', 'commerces', '--key', 'siret', '--dry-run')
    expect(code).toBe(2)
    expect(err).toMatch(/Je ne trouve pas la colonne « siret » dans le premier fichier ; il contient « nom »/)
  })
})
