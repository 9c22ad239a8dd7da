import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { publishForTests, type SetForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { withDuckDB } from '../../store/versions/duckdb.ts'
import { listening } from './listening-for-tests.ts'
import { answerOf, programCalled } from './programs-for-tests.ts'

const open = storesOf('sqlite')

/** Every type, and every cell that a program would like to read otherwise. */
const BORNES: SetForTests = {
  slug: 'bornes',
  model: 'schema-irve-statique',
  columns: [
    ...['id_station_local', 'nom_station', 'coordonneesXY', 'nbre_pdc', 'puissance_nominale', 'gratuit'],
    ...['date_mise_en_service', 'num_pdl', 'observations'],
  ],
  rows: [
    ['00123', '=1+1', '[1.81, 48.95]', '2', '22', 'true', '2021-10-17', '12345678901234567890', 'é, « œ » "x"'],
    [
      '01004',
      '+33 1 30 90 00 00',
      '[1.82, 48.96]',
      '12',
      '7.4',
      'false',
      '1905-12-09',
      '00000000000000',
      'deux\nlignes',
    ],
    ['1e5', '-2-3', '', '', '', '', '', '', ' bord '],
    ['TRUE', '@SUM(A1)', '[1.83, 48.97]', '3', '50', 'true', '2020-02-29', '3-4', '💐 #N/A'],
  ],
  fiche: { title: 'Bornes de recharge d’Épône, 2026' },
}

async function published() {
  const store = await open()
  await publishForTests(store.world, BORNES)
  await publishForTests(store.world, { ...BORNES, slug: 'valides', rows: BORNES.rows.filter(row => row[3] !== '') })
  const { base, test } = await listening(store)
  const download = async (format: string): Promise<string> => {
    const path = join(store.folder, `${format}.${format}`)
    writeFileSync(path, Buffer.from(await (await fetch(`${base}/jeux/bornes.${format}`)).arrayBuffer()))
    return path
  }
  return { base, test, folder: store.folder, download }
}

const soffice = programCalled('soffice')
/** Comma, quotes, UTF-8, from the first line; cells as they are shown, never a formula. */
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'
test.skipIf(!soffice)(
  'LibreOffice shows every cell of XLSX and ODS as it is (apt install libreoffice-calc)',
  async () => {
    const { folder, download } = await published()
    const files = [await download('xlsx'), await download('ods')]
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
    await answerOf(soffice!, [profile, '--headless', '--convert-to', AS_SHOWN, '--outdir', folder, ...files])
    for (const name of ['xlsx', 'ods']) {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, `${name}.csv`), 'utf8'), { skipEmptyLines: true })
      expect(data, name).toEqual([BORNES.columns, ...BORNES.rows])
    }
  },
  90_000,
)

test('DuckDB finds the types of the model in the Parquet file, and the texts of codes', async () => {
  const { download } = await published()
  const path = await download('parquet')
  await withDuckDB(async connection => {
    const read = async (sql: string) => (await connection.runAndReadAll(sql, [path])).getRowsJson()
    const types = await read('select column_name, column_type from (describe select * from read_parquet($1))')
    expect(Object.fromEntries(types as [string, string][])).toMatchObject({
      id_station_local: 'VARCHAR',
      nbre_pdc: 'BIGINT',
      puissance_nominale: 'DOUBLE',
      gratuit: 'BOOLEAN',
      date_mise_en_service: 'DATE',
      num_pdl: 'VARCHAR',
    })
    const sums =
      'select sum(nbre_pdc)::int, max(puissance_nominale), count(*) filter (gratuit), min(date_mise_en_service)::varchar'
    expect(await read(`${sums} from read_parquet($1)`)).toEqual([[17, 50, '2', '1905-12-09']])
    expect(await read('select num_pdl from read_parquet($1)')).toEqual(BORNES.rows.map(row => [row[7] || null]))
  })
})

const ogrinfo = programCalled('ogrinfo')
test.skipIf(!ogrinfo)('GDAL reads GeoJSON and CSV where they are (apt install gdal-bin)', async () => {
  const { base } = await published()
  const about = await answerOf(ogrinfo!, ['-ro', '-al', '-so', `/vsicurl/${base}/jeux/bornes.geojson`])
  expect(about).toMatch(
    /Geometry: Point[\s\S]*Feature Count: 4[\s\S]*Extent: \(1\.81\d*, 48\.95\d*\) - \(1\.83\d*, 48\.97\d*\)[\s\S]*WGS 84/,
  )
  expect(about).toMatch(
    /nbre_pdc: Integer[\s\S]*puissance_nominale: Real[\s\S]*gratuit: Integer\(Boolean\)[\s\S]*date_mise_en_service: Date/,
  )
  const csv = await answerOf(ogrinfo!, ['-ro', '-al', `/vsicurl/${base}/jeux/bornes.csv`])
  expect(csv).toContain('Feature Count: 4')
  expect(csv).toContain('num_pdl (String) = 12345678901234567890')
})

interface Resource {
  read(options: { keyed: true }): Promise<Record<string, unknown>[]>
}
interface Library {
  readonly Package: { load(url: string): Promise<{ readonly valid: boolean; readonly resources: readonly Resource[] }> }
}
test('the library of Frictionless follows the descriptor to the rows, and reads their types', async () => {
  const { base } = await published()
  const { Package } = createRequire(import.meta.url)('datapackage') as Library
  const { valid, resources } = await Package.load(`${base}/jeux/valides/datapackage.json`)
  expect(valid).toBe(true)
  const rows = await resources[0]!.read({ keyed: true })
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({
    id_station_local: '00123',
    nbre_pdc: 2,
    puissance_nominale: 22,
    gratuit: true,
    num_pdl: '12345678901234567890',
  })
})
