import { expect, test } from 'vitest'
import { loadDepartments } from '../adapters/communes/departments.ts'
import { loadCommunes } from '../adapters/communes/load.ts'
import { searchCommunes } from './search-communes.ts'

const search = (asked: string) => searchCommunes(loadCommunes(), loadDepartments(), asked)
const names = (asked: string) => search(asked).map(({ name }) => name)

test.each(['Épône', 'epone', ' EPONE ', '78217', 'épôn'])('« %s » finds Épône', asked => {
  expect(search(asked)[0]).toEqual({
    insee: '78217',
    name: 'Épône',
    postcodes: ['78680'],
    department: '78',
    departmentName: 'Yvelines',
    population: expect.any(Number),
  })
})

test('two towns of the same name are told apart by their department and their people', () => {
  const found = search('Saint-Denis').filter(({ name }) => name === 'Saint-Denis')
  expect(found.length).toBeGreaterThan(2)
  expect(new Set(found.map(({ departmentName }) => departmentName)).size).toBe(found.length)
  expect(found.map(({ population }) => population)).toEqual(
    found.map(({ population }) => population).sort((a, b) => (b ?? 0) - (a ?? 0)),
  )
})

test('the name itself comes first, then beginnings, then words inside', () => {
  expect(names('Lille')[0]).toBe('Lille')
  expect(names('st germain en laye')).toEqual(['Saint-Germain-en-Laye'])
  expect(names('laye')[0]).toBe('Laye')
  expect(names('laye')).toContain('Saint-Germain-en-Laye')
})

test('a postcode finds every town that it serves, and its beginning too', () => {
  expect(names('78680')).toEqual(['Épône'])
  expect(names('7868')).toContain('Épône')
  expect(names('20')).toEqual([])
  expect(search('2A004')).toMatchObject([{ name: 'Ajaccio', departmentName: 'Corse-du-Sud' }])
})

test('old communes are not offered, and nothing is found for nothing', () => {
  expect(names('Annecy-le-Vieux')).toEqual([])
  expect(search('')).toEqual([])
  expect(search('e')).toEqual([])
  expect(search('zzzzz')).toEqual([])
  expect(search('saint').length).toBe(20)
})
