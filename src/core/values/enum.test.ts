import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnum } from './enum.ts'

const values = ['Aide en numéraire', 'Aide en nature', 'En fonctionnement', 'Hors service', 'enclos_en_surface', 'N/A']
const read = (text: string) => readEnum(text, { values })

describe('readEnum', () => {
  test.each([
    ['aide en numéraire', 'Aide en numéraire'],
    ['AIDE EN NUMERAIRE ', 'Aide en numéraire'],
    ['Aides en nature', 'Aide en nature'],
    ['hors-service', 'Hors service'],
    ['Enclos en surface', 'enclos_en_surface'],
    ['n/a', 'N/A'],
  ])('« %s » is « %s »', (text, value) => expect(read(text)).toMatchObject({ status: 'certain', value }))

  test('a slip of the finger is asked, with the value', () => {
    expect(read('Aide en numérraire')).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: 'Aide en numéraire' }],
    })
  })

  test('one of the two things that a value names', () => {
    const list = { values: ['bois ou forêt', 'promenade ou mail', 'square'] }
    expect(readEnum('Forêts', list)).toMatchObject({ status: 'certain', value: 'bois ou forêt' })
    expect(readEnum('fontaine', { values: ['fontaine ou lavoir', 'fontaine ou puits'] }).status).toBe('doubtful')
  })

  test('an abbreviation with its dot is its only value; without it, or by initials, it is asked', () => {
    const list = {
      values: ['Extérieur', 'Intérieur', 'Hors service', 'sodium haute pression', 'sodium basse pression'],
    }
    expect(readEnum('ext.', list)).toMatchObject({ status: 'certain', value: 'Extérieur' })
    expect(readEnum('ext', list)).toMatchObject({ status: 'doubtful', candidates: [{ value: 'Extérieur' }] })
    expect(readEnum('HS', list)).toMatchObject({ status: 'doubtful', candidates: [{ value: 'Hors service' }] })
    expect(readEnum('SHP', list)).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: 'sodium haute pression' }],
    })
    expect(readEnum('sod.', list).status).toBe('doubtful')
  })

  test('the model knows other writings of its values; one that two values claim decides nothing', () => {
    const list = {
      values: ['M', 'F', 'I'],
      valueSynonyms: { M: ['garçon', 'H'], F: ['fille'], I: ['fille ou garçon', 'H'] },
    }
    expect(readEnum('Garçons', list)).toMatchObject({ status: 'certain', value: 'M' })
    expect(readEnum('FILLE', list)).toMatchObject({ status: 'certain', value: 'F' })
    expect(readEnum('H', list).status).not.toBe('certain')
  })

  test('a word of a longer value is asked, the shortest value first', () => {
    expect(readEnum('Numéraire', { values: ['aide en numéraire;aide en nature', 'aide en numéraire'] })).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: 'aide en numéraire' }, { value: 'aide en numéraire;aide en nature' }],
    })
  })

  test('what is not in the list is refused with what was read and expected', () => {
    const reading = read('peut-être')
    expect(reading.status).toBe('refused')
    expect(reading.status === 'refused' && reading.reason).toMatch(/« peut-être ».*« Aide en numéraire »/)
  })

  test('two values that only case tells apart are never confused', () => {
    const both = { values: ['Oui', 'oui'] }
    expect(readEnum('oui', both)).toMatchObject({ value: 'oui' })
    expect(readEnum('OUI', both).status).not.toBe('certain')
  })

  test('a certain value is always in the list, and reads as itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 6 }), (text, list) => {
        const reading = readEnum(text, { values: list })
        if (reading.status !== 'certain') return
        expect(list).toContain(reading.value)
        expect(readEnum(reading.value, { values: list })).toMatchObject({ status: 'certain', value: reading.value })
      }),
    )
  })
})
