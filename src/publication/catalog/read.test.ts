import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifyChain } from '../../journal/verify.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { countVersion } from '../../store/versions/query.ts'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from './for-tests.ts'
import { readCatalog } from './read.ts'
import { readVersion } from './version.ts'

describeStores('catalog', open => {
  test('nothing is published: the catalog is empty and has an ETag', async () => {
    const { world } = await open()
    expect(await readCatalog(world)).toMatchObject({ sets: [], tombstones: [], towns: [] })
  })

  test('what was published is read with its fiche, its columns, its place and its bytes', async () => {
    const { world } = await open()
    const { hash } = await publishForTests(world, DEFIBRILLATEURS)
    await publishForTests(world, PRENOMS)
    const catalog = await readCatalog(world)
    expect(catalog.sets.map(({ slug }) => slug)).toEqual(['prenoms', 'defibrillateurs'])
    const set = catalog.bySlug('defibrillateurs')!
    expect(set).toMatchObject({
      fiche: { title: 'Défibrillateurs de la commune d’Épône, 2021' },
      town: { insee: '78217', name: 'Épône', example: false },
      theme: { number: 2 },
      version: {
        ...{ hash, rows: 3, place: { latitude: 'lat_coor1', longitude: 'long_coor1' } },
        ...{ box: [1.8135, 48.9551, 1.8201, 48.9611], model: { id: 'schema-dae', kind: 'national' } },
      },
    })
    expect(set.version.columns[0]).toMatchObject({ name: 'nom', type: 'string' })
    const csv = readFileSync(world.blobs.path(set.version.csvSha256))
    expect(createHash('sha256').update(csv).digest('hex')).toBe(set.version.csvSha256)
    expect(csv.toString('utf8').split('\r\n')[2]).toBe(
      '"Gymnase ""Bullot"", salle 2",48.9611,1.8201,Rue des Étangs,78680,78217,Épône,Extérieur,true,',
    )
    expect(await countVersion(world, set.version.parquetSha256)).toBe(3)
    expect(await verifyChain(world.db, '78217')).toMatchObject({ entries: 2 })
    expect((await verifyChain(world.db, '78217')).broken).toBeUndefined()
  })

  test('the same data and fiche is the same version; other data is another one, and the first is still there', async () => {
    const { world } = await open()
    const first = await publishForTests(world, PRENOMS)
    const before = await readCatalog(world)
    expect(await publishForTests(world, PRENOMS)).toEqual({ ...first, same: true })
    expect(await readCatalog(world)).toBe(before)
    const second = await publishForTests(world, { ...PRENOMS, rows: PRENOMS.rows.slice(1) })
    expect(second).toMatchObject({ slug: 'prenoms', same: false })
    const [set] = (await readCatalog(world)).sets
    expect(set?.versions.map(({ hash, rows }) => [hash, rows])).toEqual([
      [second.hash, 2],
      [first.hash, 3],
    ])
    expect((await readVersion(world, set!, first.hash))?.version.rows).toBe(3)
    expect(await readVersion(world, set!, 'f'.repeat(64))).toBeUndefined()
  })

  test('two towns never share an address', async () => {
    const { world } = await open()
    await publishForTests(world, PRENOMS)
    const other = { ...PRENOMS, town: { insee: '78531', name: 'Rosny-sur-Seine' } }
    expect((await publishForTests(world, other)).slug).toBe('prenoms-rosny-sur-seine')
    expect((await readCatalog(world)).towns.map(({ name }) => name)).toEqual(['Épône', 'Rosny-sur-Seine'])
  })
})
