import { expect, test } from 'vitest'
import { atTown, ofTown } from './of-town.ts'

test.each([
  ['Épône', 'd’Épône'],
  ['Œuilly', 'd’Œuilly'],
  ['Yerres', 'd’Yerres'],
  ['Mantes-la-Jolie', 'de Mantes-la-Jolie'],
  ['Houilles', 'de Houilles'],
  ['Le Havre', 'du Havre'],
  ['Les Mureaux', 'des Mureaux'],
  ['La Rochelle', 'de La Rochelle'],
  ["L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"],
  ['Leval', 'de Leval'],
])('%s: %s', (name, said) => {
  expect(ofTown(name)).toBe(said)
})

test.each([
  ['Épône', 'à Épône'],
  ['Le Havre', 'au Havre'],
  ['Les Mureaux', 'aux Mureaux'],
  ['La Rochelle', 'à La Rochelle'],
])('%s: %s', (name, said) => {
  expect(atTown(name)).toBe(said)
})
