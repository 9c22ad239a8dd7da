import { describe, expect, it } from 'vitest'
import { createCommunes } from '../places/communes/index.ts'
import { readTown } from './town.ts'

/** code, name, population, postcodes, siren, epci, current */
const communes = createCommunes(
  [
    '78217\tÉpône\t7031\t78680',
    '78551\tSaint-Germain-en-Laye\t44000\t78100',
    '78361\tMantes-la-Jolie\t44000\t78200',
    '78362\tMantes-la-Ville\t21000\t78711',
    '76351\tLe Havre\t166000\t76600',
    '93066\tSaint-Denis\t149000\t93200',
    '97411\tSaint-Denis\t155000\t97400',
    '35100\tLa Bussière\t900\t35100',
    '45060\tLa Bussiere\t800\t45230',
    '78999\tVieux-Bourg\t\t\t\t\t78217',
  ].join('\n'),
)
const read = (text: string, more = {}) => readTown(text, { communes, department: '78', ...more })

describe('official spelling', () => {
  it.each([
    ['Épône', 'Épône'],
    ['EPONE', 'Épône'],
    ['St Germain en Laye', 'Saint-Germain-en-Laye'],
    ['78680 EPONE CEDEX 2', 'Épône'],
    ['Épône (78)', 'Épône'],
    ['Ville du Havre', 'Le Havre'],
    ['HAVRE (LE)', 'Le Havre'],
    ['Saint-Denis', 'Saint-Denis'],
  ])('« %s » is %s', (text, value) => expect(read(text)).toMatchObject({ status: 'certain', value }))

  it('is a fixed point', () => {
    for (const { name } of communes.all.filter(({ current }) => current === undefined))
      expect([name, readTown(name, { communes, department: name === 'La Bussière' ? '35' : '45' })]).toEqual([
        name,
        { status: 'certain', value: name },
      ])
  })
})

describe('asked', () => {
  it.each([
    ['Eponne', ['Épône']],
    ['Ã‰pÃ´ne', ['Épône']],
    ['Mantes', ['Mantes-la-Jolie', 'Mantes-la-Ville']],
    ['Havre', ['Le Havre']],
    ['Vieux Bourg', ['Épône', 'Vieux-Bourg']],
    ['la bussiere', ['La Bussière', 'La Bussiere']],
  ])('« %s »', (text, candidates) => {
    const reading = read(text)
    expect(reading.status === 'doubtful' && reading.candidates.map(({ value }) => value)).toEqual(candidates)
  })

  it('the department or the postcode chooses among homonyms', () => {
    expect(read('la bussiere', { department: '35' })).toMatchObject({ status: 'certain', value: 'La Bussière' })
    expect(read('45230 la bussiere')).toMatchObject({ status: 'certain', value: 'La Bussiere' })
  })
})

it('refuses what is no commune, is empty when empty, and only tidies without a list', () => {
  expect(read('Bruxelles')).toMatchObject({ status: 'refused', reason: expect.stringContaining('« Bruxelles »') })
  expect(read('n/c').status).toBe('refused')
  expect(read('  ')).toEqual({ status: 'empty' })
  expect(readTown('  EPONE ')).toMatchObject({ status: 'certain', value: 'EPONE' })
})
