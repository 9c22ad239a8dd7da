import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { decodeText, detectEncoding } from './decode.ts'

const PHRASE =
  'nom;commune;tél\r\nÉcole Émile-Zola;Épône;01 30 00 00 00\r\nCrèche « Les P’tits » à Mézières;Hôtel de ville;15 €\r\nŒuvre sociale, Noël;cœur de bourg;façade\r\n'
const encode = (text: string, encoding: string) =>
  new Uint8Array(
    iconv.encode(
      encoding === 'macroman' ? text.replaceAll('€', '¤') : text,
      encoding === 'macroman' ? 'macintosh' : encoding,
    ),
  )
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]))

describe('decodeText', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1252', 'macroman'])(
    'finds %s',
    encoding => {
      expect(decodeText(encode(PHRASE, encoding))).toEqual({ text: PHRASE, encoding, warnings: [] })
    },
  )

  test('finds iso-8859-15 by its « œ » and cp850, which have no curly apostrophe', () => {
    const latin9 = PHRASE.replaceAll('’', "'")
    expect(decodeText(encode(latin9, 'iso-8859-15'))).toMatchObject({ text: latin9, encoding: 'iso-8859-15' })
    const dos = latin9.replace(/[€Œœ]/g, 'o')
    expect(decodeText(encode(dos, 'cp850'))).toMatchObject({ text: dos, encoding: 'cp850', warnings: [] })
  })

  test('finds capitals alone, as in a list of towns', () => {
    const towns = 'COMMUNE\nÉPÔNE\nMÉZIÈRES\nBEAUVAIS-SUR-TESCOU\nSAINT-BARTHÉLEMY\nHÉRAULT\n'
    for (const encoding of ['windows-1252', 'macroman', 'cp850'])
      expect(decodeText(encode(towns, encoding))).toMatchObject({ text: towns, encoding })
  })

  test('takes off marks, even two', () => {
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf)
    expect(decodeText(join(mark, mark, encode(PHRASE, 'utf-8'))).text).toBe(PHRASE)
    expect(decodeText(join(Uint8Array.of(0xff, 0xfe), encode(PHRASE, 'utf-16le')))).toMatchObject({
      text: PHRASE,
      encoding: 'utf-16le',
    })
    expect(detectEncoding(join(mark, encode('a', 'utf-8')))).toEqual({ encoding: 'utf-8', bom: true, sure: true })
  })

  test('a UTF-8 mark put before a text of Windows does not make it UTF-8', () => {
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf)
    const { text, encoding, warnings } = decodeText(join(mark, encode(PHRASE, 'windows-1252')))
    expect({ text, encoding }).toEqual({ text: PHRASE, encoding: 'windows-1252' })
    expect(warnings).toEqual([expect.stringContaining('s’annonce en UTF-8')])
  })

  test('reads lines of two encodings each in its own, and tells it', () => {
    const bytes = join(encode(PHRASE, 'utf-8'), encode('Mairie d’Épône;été\r\n', 'windows-1252'))
    const { text, encoding, warnings } = decodeText(bytes)
    expect({ text, encoding }).toEqual({ text: `${PHRASE}Mairie d’Épône;été\r\n`, encoding: 'utf-8' })
    expect(warnings).toEqual([expect.stringContaining('Une ligne n’est pas en UTF-8')])
  })

  test('says so when nothing can be decided', () => {
    const { text, warnings } = decodeText(Uint8Array.from([110, 59, 0xff, 0xfe, 0xc3, 40, 59, 0xed, 0xa0, 0x80]))
    expect(text).toBe('n;ÿþÃ(;í\u00a0€')
    expect(warnings).toEqual([expect.stringContaining('pas certain')])
  })

  test('keeps NULs and tells them; refuses what is no text', () => {
    expect(
      decodeText(Uint8Array.from([...encode('nom;valeur\nMai', 'utf-8'), 0, ...encode('rie;1\n', 'utf-8')])),
    ).toMatchObject({
      text: 'nom;valeur\nMai\u0000rie;1\n',
      warnings: [expect.stringContaining('1 caractère nul')],
    })
    expect(() => decodeText(new Uint8Array(1000))).toThrow(UnreadableFile)
    expect(() => decodeText(new Uint8Array())).toThrow(/vide/)
    expect(() =>
      decodeText(Uint8Array.from([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1])),
    ).toThrow(/pas du texte/)
  })

  test('an imposed encoding is obeyed, an unknown one refused', () => {
    expect(decodeText(encode('é', 'utf-8'), 'cp1252').text).toBe('Ã©')
    expect(decodeText(encode('漢字', 'shift_jis'), 'Shift_JIS').text).toBe('漢字')
    expect(() => decodeText(encode('a', 'utf-8'), 'klingon')).toThrow(/klingon/)
  })

  test('any text written in UTF-8 comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), written => {
        const text = `a${written.replaceAll('\ufeff', '').replace(/[\u0000-\u001f]/g, ' ')}`
        expect(decodeText(new TextEncoder().encode(text)).text).toBe(text)
      }),
    )
  })
})
