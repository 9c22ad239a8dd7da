import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { loadAddresses } from './load.ts'

const folder = mkdtempSync(join(tmpdir(), 'carnet-addresses-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const HEADER = 'numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat'
const DEPARTMENT = [
  HEADER,
  '1;;Rue Haute;99100;99001;Valbourg;2.1;48.1',
  '2;bis;Rue Haute;99100;99001;Valbourg;2.2;48.1',
  '1;;Rue Basse;99200;99002;Saint-Clair;2.9;48.9',
].join('\n')
const town = { insee: '99001', name: 'Valbourg', postcodes: ['99100'] }

describe('an address file', () => {
  it('of a whole department gives the town’s streets, and says what was left', async () => {
    const index = await loadAddresses(file('adresses-99.csv', DEPARTMENT), town)
    expect(index.streets.map(({ name }) => name)).toEqual(['Rue Haute'])
    expect([...index.streets[0]!.numbers.keys()]).toEqual(['1', '2bis'])
    expect(index.notes).toEqual([expect.stringContaining('gardé que les 2 de Valbourg')])
  })

  it('is read gzipped, and whole when no town is told', async () => {
    const index = await loadAddresses(file('adresses-99.csv.gz', gzipSync(DEPARTMENT)))
    expect(index.communes.map(({ insee }) => insee)).toEqual(['99001', '99002'])
    expect(index.notes).toEqual([])
  })

  it('with a byte order mark and Windows letters keeps its accents', async () => {
    const latin = Buffer.from(`${HEADER}\n1;;Rue de la Forêt;99100;99001;Valbourg;2;48\n`, 'latin1')
    expect((await loadAddresses(file('latin.csv', latin))).streets[0]!.name).toBe('Rue de la Forêt')
    const marked = `\uFEFF${HEADER}\n1;;Rue de la Forêt;99100;99001;Valbourg;2;48\n`
    expect((await loadAddresses(file('bom.csv', marked))).streets[0]!.name).toBe('Rue de la Forêt')
  })

  it.each([
    [
      'another town',
      DEPARTMENT,
      { ...town, insee: '99009', name: 'Trémont' },
      /aucune adresse de Trémont.*« Valbourg », « Saint-Clair »/,
    ],
    ['no row', HEADER, undefined, /aucune adresse placée/],
    ['another kind of table', 'Nom;Adresse\na;b\n', undefined, /Base Adresse Nationale/],
    ['nothing', '', undefined, /vide/],
  ])('of %s is refused in one sentence', async (_, content, wanted, sentence) => {
    const loading = loadAddresses(file('bad.csv', content), wanted)
    await expect(loading).rejects.toThrow(sentence)
    await expect(loading).rejects.toBeInstanceOf(UnreadableFile)
  })

  it.each([
    ['broken.csv.gz', gzipSync(DEPARTMENT).subarray(0, 40)],
    ['cut.csv.gz', gzipSync(DEPARTMENT).fill(7, 20)],
    ['picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('damaged (%s) is refused in one sentence', async (name, bytes) => {
    await expect(loadAddresses(file(name, bytes))).rejects.toBeInstanceOf(UnreadableFile)
  })
})
