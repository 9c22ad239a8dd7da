import { expect, test } from 'vitest'
import { initialOf, townKey } from '../../core/places/communes/communes.ts'
import { loadCommunes } from './load.ts'

const communes = loadCommunes()

test('the official list: towns of today and old ones, each found by its code and by its name', () => {
  expect(communes.all.length).toBeGreaterThan(34_000)
  expect(communes.byInsee('78217')).toMatchObject({ name: 'Épône', postcodes: ['78680'], siren: '217802172' })
  expect(communes.findByName('EPONE').map(({ code }) => code)).toEqual(['78217'])
  expect(communes.findByName('St Germain en Laye').map(({ code }) => code)).toEqual(['78551'])
})

test('the initial of every name is that of its key', () => {
  expect(communes.all.filter(({ name }) => initialOf(name) !== townKey(name).slice(0, 1))).toEqual([])
})
