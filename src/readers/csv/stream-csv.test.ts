import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readCsv } from './read-csv.ts'
import { openCsvStream } from './stream-csv.ts'

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const bytes = (text: string) => new TextEncoder().encode(text)

async function stream(input: Uint8Array, size = 7) {
  const opened = await openCsvStream(cut(input, size))
  const rows: { line: number; cells: string[] }[] = []
  for await (const batch of opened)
    for (const [n, cells] of batch.cells.entries()) rows.push({ line: batch.firstLine + n, cells })
  return { rows, encoding: opened.encoding, delimiter: opened.delimiter, warnings: opened.warnings }
}

/** Long enough to go past the sample and through many chunks. */
const long = (line: (n: number) => string, count = 12_000) => Array.from({ length: count }, (_, n) => line(n)).join('')

describe('a stream gives the rows of readCsv', () => {
  const texts = [
    'nom;note\nMairie;1\n"École ""Zola""";"a\nb"\n',
    'a;b\r1;2\r3;4\r',
    'a;b\r\n\r\n1;2\r\nx',
    'sep=|\na|b\n1|2\n',
    'nom, lat\nMairie, "48,9"\n',
    'nom;note\n"dit \\"Le Grand\\"";x\n',
    'nom;note\nL"Étoile;5" de large\n"a"b;c\n"Le "Grand" Café";d',
    `nom;note\n${'"Mairie;ouverte\nÉcole;fermée\nParc;"clos"\n'.repeat(50)}`,
    '\ufeff\ufeffnom;v\nÉpône;1',
    'x',
  ]
  test.each(texts)('%j', async text => {
    const whole = readCsv(bytes(text))
    for (const size of [1, 2, 3, 1000]) {
      const streamed = await stream(bytes(text), size)
      expect(streamed.rows).toEqual(whole.grid.rows)
      expect(streamed.delimiter).toBe(whole.delimiter)
    }
  })

  test('whatever the cells, the delimiter and the chunks', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '\r', ' ', '’', 'b') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const text = `col;col2\n${table.map(row => row.join(';')).join('\n')}`
          expect((await stream(bytes(text), size)).rows).toEqual(readCsv(bytes(text)).grid.rows)
        },
      ),
    )
  })

  test('in every encoding, past the sample too', async () => {
    const text = `nom;commune;note\r\n${long(n => `École ${n};Épône;"l’été, ${n % 7} €"\r\n`)}`
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1252']) {
      const streamed = await stream(new Uint8Array(iconv.encode(text, encoding)), 65_536)
      expect(streamed.encoding).toBe(encoding)
      expect(streamed.rows).toHaveLength(12_001)
      expect(streamed.rows[11_999]).toEqual({ line: 12_000, cells: ['École 11998', 'Épône', 'l’été, 0 €'] })
      expect(streamed.warnings).toEqual([])
    }
  })
})

describe('bytes that disagree after the sample', () => {
  const ascii = long(n => `ligne ${n};une commune sans accent;1\n`)
  test('ASCII, then MacRoman or windows-1252: the encoding is told for what it is', async () => {
    for (const encoding of ['macintosh', 'windows-1252']) {
      const end = iconv.encode('école;mairie de Mézières, été compris;2\n', encoding)
      const streamed = await stream(Buffer.concat([bytes(`nom;note;n\n${ascii}`), end]), 65_536)
      expect(streamed.rows.at(-1)?.cells).toEqual(['école', 'mairie de Mézières, été compris', '2'])
      expect(streamed.encoding).toBe(encoding === 'macintosh' ? 'macroman' : encoding)
    }
  })

  test('UTF-8, then a few lines of windows-1252: read, and told', async () => {
    const end = iconv.encode('école;été;2\n', 'windows-1252')
    const streamed = await stream(Buffer.concat([bytes(`nom;note;n\nÉpône;a;1\n${ascii}`), end]), 65_536)
    expect(streamed.rows.at(-1)?.cells).toEqual(['école', 'été', '2'])
    expect(streamed.encoding).toBe('utf-8')
    expect(streamed.warnings).toEqual([expect.stringContaining('2 cellules ne sont pas en UTF-8')])
  })
})

test('refuses what readCsv refuses', async () => {
  await expect(stream(new Uint8Array())).rejects.toThrow(UnreadableFile)
  await expect(stream(bytes('c;'.repeat(20_000)), 10_000)).rejects.toThrow(/colonnes/)
  await expect(stream(new Uint8Array(1000), 100)).rejects.toThrow(UnreadableFile)
  await expect(stream(bytes('x'.repeat(2e7)), 65_536)).rejects.toThrow(/Mo de texte/)
})

test('a line of a hundred thousand columns is refused without a memory for each', async () => {
  const line = `${Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(';')}\n`
  await expect(stream(bytes(line + line), 1 << 18)).rejects.toThrow('La ligne 1 a 100')
})
