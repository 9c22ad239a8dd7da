import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNullWord, nullWord, readNullWord } from './null-word.ts'

describe('words that say « no value »', () => {
  it.each([
    'NC',
    'n.c.',
    'N/C',
    'N/A',
    '#N/A',
    'NULL',
    'NaN',
    'ND',
    'NR',
    's.o.',
    'S/O',
    'sans objet',
    'Sans Objet',
    'néant',
    'NÉANT',
    '-',
    '--',
    '—',
    '…',
    '.',
    '/',
    '_',
    '(vide)',
    '#VALEUR!',
    '#REF!',
    '#DIV/0!',
    'non renseigné',
    'Non communiquée',
    'inconnu',
    'à compléter',
    'Ne rien indiquer',
    'laisser vide',
    'Choisir dans la liste',
    'Sélectionnez…',
    'non concerné',
    'pas de données',
  ])('« %s »', text => {
    expect(isNullWord(text)).toBe(true)
    expect(readNullWord(text)).toMatchObject({ status: 'certain', value: '' })
  })

  it.each(['aucun', 'Aucune', 'rien', 'sans', '?', '???', 'en attente', 'XXX', 'à venir', 'confidentiel'])(
    '« %s » is asked: it may be an answer',
    text => {
      expect(nullWord(text)).toBe('doubtful')
      expect(readNullWord(text).status).toBe('doubtful')
    },
  )

  it('« aucun » may be a zero', () => {
    expect(readNullWord('aucun')).toMatchObject({ candidates: [{ value: '' }, { value: '0' }] })
  })

  it.each(['0', 'non', 'Nantes', 'Sandwich', 'NCIS', 'Vide-grenier', 'Rue du Néant', '-5', 'x', 'a'])(
    '« %s » is a value',
    text => expect(readNullWord(text)).toEqual({ status: 'certain', value: text }),
  )

  it('never throws, and leaves whatever it does not know byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const reading = readNullWord(text)
        if (nullWord(text) === undefined && reading.status === 'certain') expect(reading.value).toBe(text)
      }),
    )
  })
})
