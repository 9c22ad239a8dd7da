import { expect, it } from 'vitest'
import { keyText, streetKey } from './street-key.ts'

it.each([
  [
    'Avenue du Général de Gaulle',
    ['AV GAL DE GAULLE', 'av. du Gén. de Gaulle', 'Avenue Général-de-Gaulle', 'Général de Gaulle (avenue du)'],
  ],
  ['Rue Saint-Martin', ['r st martin', 'RUE ST-MARTIN', 'Rue  Saint  Martin']],
  ['Rue du 8 Mai 1945', ['rue du huit mai 1945', 'RUE DU 08 MAI 1945']],
  ['Rue du 11 Novembre', ['rue du Onze Novembre']],
  ['Place Jean XXIII', ['pl. Jean 23']],
  ['Rue du 1er Mai', ['rue du premier mai']],
  ["Zone d'Activités de la Couronne", ['ZAE de la Couronne', 'Z.A. de la Couronne'.replace('Z.A.', "zone d'activité")]],
  ['La Renardière', ['lieu-dit La Renardière', 'LA RENARDIERE']],
  ['Rue J.F. Kennedy', ['rue JF Kennedy']],
])('%s has the key of its other writings', (name, others) => {
  for (const other of others) expect(keyText(streetKey(other))).toBe(keyText(streetKey(name)))
})

it.each([
  ['Rue des Lilas', 'Allée des Lilas'],
  ['Rue du 8 Mai 1945', 'Rue du 11 Novembre 1918'],
  ['Rue du Moulin', 'Rue des Moulins'],
  ['Rue Pierre Curie', 'Rue Marie Curie'],
])('%s and %s are two streets', (one, other) => {
  expect(keyText(streetKey(one))).not.toBe(keyText(streetKey(other)))
})
