import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readMojibake, undoMojibake } from './mojibake.ts'
import { byteOf, charOf } from './mojibake-charsets.ts'

const spoil = (text: string, charset: string) => iconv.decode(Buffer.from(text, 'utf8'), charset)
const SENTENCE = 'Épône, « L’été à Noël » : œuvre déjà vue, 12 € où ça ? 3 °C – ÇA ÎLE Œ…'

describe('undone when certain', () => {
  test.each([
    ['Ã‰pÃ´ne', 'Épône'],
    ['Ã\u0089pÃ´ne', 'Épône'],
    ['lâ€™Ã©cole', 'l’école'],
    ['lÂ’école', 'l’école'],
    ['l\u0092école', 'l’école'],
    ['Å“uvre', 'œuvre'],
    ['ï»¿nom', 'nom'],
    ['eÌ\u0081cole', 'école'],
    ['dÃ©jÃ', 'déjà'],
    ['ThÃ©atre Ã Épône', 'Théatre à Épône'],
    ['√âp√¥ne', 'Épône'],
    ['├ëp├┤ne', 'Épône'],
    ['Ãƒâ€°pÃƒÂ´ne', 'Épône'],
    ['ðŸŒ³ Parc', '🌳 Parc'],
  ])('%s gives %s', (text, expected) => {
    expect(readMojibake(text)).toMatchObject({ status: 'certain', value: expected, note: expect.stringMatching(/\S/) })
    expect(undoMojibake(text)).toBe(expected)
  })

  test.each(['latin1', 'win1252', 'macintosh', 'cp850'])('a sentence read once or twice as %s', charset => {
    const once = spoil(SENTENCE, charset)
    expect(undoMojibake(once)).toBe(SENTENCE)
    if (charset === 'win1252') return // windows-1252 has no sign for five bytes: a second reading through iconv loses letters.
    expect(undoMojibake(spoil(once, charset))).toBe(SENTENCE)
  })
})

test.each([
  ['Ã la carte', 'à la carte'],
  ['ã©cole', 'école'],
  ['Ecole ‚l‚mentaire', 'Ecole élémentaire'],
  ['LibertŽ', 'Liberté'],
  ['╔p¶ne', 'Épône'],
  ['ThÈ‚tre', 'Théâtre'],
  ['M\u008Ediath\u008Fque', 'Médiathèque'],
])('%s is asked: %s first', (text, expected) => {
  const reading = readMojibake(text)
  expect(reading.status === 'doubtful' && reading.candidates[0]?.value).toBe(expected)
})

test.each(['Ep\uFFFDne', 'Epï¿½ne', 'Ã‰p\uFFFDne'])('%s has lost letters: refused', text => {
  expect(readMojibake(text)).toMatchObject({ status: 'refused', reason: expect.stringContaining('perdues') })
  expect(undoMojibake(text)).toBeUndefined()
})

describe('correct text is never touched', () => {
  test.each([
    'CAFÉ»',
    '« Â »',
    '«\u00A0Â\u00A0»',
    'MAÇÃ »',
    'SÃO PAULO',
    'CHÂTEAU',
    '√2',
    '12 m²',
    '3 °C',
    'L’Haÿ',
    'Å',
    '…',
    '',
  ])('%s', text => {
    expect(undoMojibake(text)).toBeUndefined()
    const reading = readMojibake(text)
    expect(reading).toEqual(text === '' ? { status: 'empty' } : { status: 'certain', value: text })
  })

  const small = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæ'),
    minLength: 1,
    maxLength: 9,
  })
  const word = fc.tuple(small, fc.constantFrom('small', 'Capital', 'CAPITALS', 'number')).map(([letters, shape]) => {
    if (shape === 'small') return letters
    if (shape === 'number') return String(letters.length * 37)
    return shape === 'Capital' ? letters[0]!.toUpperCase() + letters.slice(1) : letters.toUpperCase()
  })
  const between = fc.constantFrom(
    ' ',
    '\u00A0',
    ', ',
    '. ',
    ' : ',
    '’',
    "'",
    '-',
    ' « ',
    ' »',
    '\u00A0»',
    '… ',
    ' – ',
    ' — ',
    ' (',
    ') ',
    ' “',
    '” ',
    '° ',
    ' €',
    '²',
    '·',
    '\n',
  )
  const french = fc.array(fc.tuple(word, between), { maxLength: 12 }).map(parts => parts.flat().join(''))

  test('French texts stay, and come back when they are spoilt', () => {
    fc.assert(
      fc.property(french, text => {
        expect(undoMojibake(text)).toBeUndefined()
        expect(readMojibake(text)).toEqual(text === '' ? { status: 'empty' } : { status: 'certain', value: text })
      }),
      { numRuns: 3000 },
    )
  })

  test('spoilt as Latin-1 or windows-1252, a French word comes back, or stays when capitals make it ambiguous', () => {
    fc.assert(
      fc.property(word, fc.constantFrom('latin1', 'win1252'), (text, charset) => {
        const spoilt = spoil(text, charset)
        if (spoilt.includes('\uFFFD')) return
        const reading = readMojibake(spoilt)
        expect([text, spoilt]).toContain(reading.status === 'certain' ? reading.value : text)
        if (/^\P{Lu}*[^\p{Lu}œ]$/u.test(text)) expect(undoMojibake(spoilt) ?? spoilt).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('random text never throws', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ÃÂâ€™œ©éÌ√├Ô\u0092\u0081\uFFFD a'), maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), signs), text => void readMojibake(text)),
      { numRuns: 2000 },
    )
  })
})

test('the tables are those of iconv', () => {
  for (const [charset, name] of [
    ['windows1252', 'win1252'],
    ['macRoman', 'macintosh'],
    ['cp850', 'cp850'],
  ] as const)
    for (let byte = 128; byte < 256; byte++) {
      const char = iconv.decode(Buffer.from([byte]), name)
      if (char !== '\uFFFD' && char !== '¤')
        expect([charOf(byte, charset), byteOf(char, charset)]).toEqual([char, byte])
    }
})
