import { expect, test } from 'vitest'
import { loadRegistry } from '../../adapters/models/load.ts'
import { runTask } from '../../preparation/tasks/run.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { publishForTests, type SetForTests } from '../catalog/for-tests.ts'
import { differencesBetween } from './between.ts'

const WORLD = {
  registry: loadRegistry(),
  threads: { run: (task: never) => runTask(task, () => {}) as never, close: async () => {} },
}

const monuments = (columns: string[], rows: string[][]): SetForTests => ({ model: 'carnet-monuments', columns, rows })
const COLUMNS = ['id', 'nom', 'siecle']

describeStores('differences between two versions', open => {
  test('rows added, gone and changed by what tells them apart; columns; and the other way round', async () => {
    const { world } = await open()
    const first = await publishForTests(
      world,
      monuments(COLUMNS, [
        ['M1', 'Lavoir', '19'],
        ['M2', 'Calvaire', '16'],
        ['M3', 'Halle', '19'],
      ]),
    )
    const second = await publishForTests(
      world,
      monuments(
        [...COLUMNS, 'auteur'],
        [
          ['M3', 'Halle', '19', ''],
          ['M1', 'Lavoir', '18', 'Anonyme'],
          ['M4', 'Pont', '18', ''],
        ],
      ),
    )
    const set = { insee: '78217', id: first.id }
    const found = await differencesBetween({ ...world, ...WORLD }, set, second.hash, first.hash)
    expect(found).toEqual({
      counts: { added: 1, gone: 1, changed: 1, same: 1 },
      columns: { added: ['auteur'], gone: [] },
      added: [{ name: '« M4 »', cells: ['M4', 'Pont', '18', ''] }],
      gone: [{ name: '« M2 »', cells: ['M2', 'Calvaire', '16'] }],
      changed: [{ name: '« M1 »', cells: [{ column: 'siecle', was: '19', now: '18' }] }],
    })
    const back = await differencesBetween({ ...world, ...WORLD }, set, first.hash, second.hash)
    expect([back.counts, back.columns]).toEqual([found.counts, { added: [], gone: ['auteur'] }])
    const unknown = differencesBetween({ ...world, ...WORLD }, set, 'f'.repeat(64), first.hash)
    await expect(unknown).rejects.toThrow('n’a pas de version à cette adresse')
  })

  test('long lists are cut, their counts are whole', async () => {
    const { world } = await open()
    const rows = (from: number) => Array.from({ length: 700 }, (_, n) => [`M${from + n}`, `Croix ${from + n}`, '19'])
    const first = await publishForTests(world, monuments(COLUMNS, rows(0)))
    const second = await publishForTests(world, monuments(COLUMNS, rows(700)))
    const found = await differencesBetween(
      { ...world, ...WORLD },
      { insee: '78217', id: first.id },
      second.hash,
      first.hash,
    )
    expect(found.counts).toEqual({ added: 700, gone: 700, changed: 0, same: 0 })
    expect([found.added.length, found.gone.length]).toEqual([500, 500])
  })
})
