import type { Town } from '../models/model.ts'
import { type AddressPoint, createAddressIndex } from './address-index.ts'

/** An invented town: Valbourg-sur-Orle, that took in Trémont; each has its « Rue de l'Église ». */
export const TOWN: Town = { insee: '99001', name: 'Valbourg-sur-Orle', postcodes: ['99100'], department: '99' }

const STREETS: readonly (readonly [name: string, numbers: readonly string[], more?: Partial<AddressPoint>])[] = [
  ['Rue des Lilas', ['1', '2', '3', '4', '6', '12', '12 bis', '14']],
  ['Allée des Lilas', ['1', '2']],
  ["Rue de l'Église", ['1', '5'], { oldTown: 'Valbourg-sur-Orle' }],
  ["Rue de l'Église", ['1', '7'], { oldTown: 'Trémont' }],
  ['Avenue du Général de Gaulle', ['1', '3', '5']],
  ['Rue du 8 Mai 1945', ['2', '4'], { aliases: ['Rue de la Victoire'] }],
  ['Rue du 11 Novembre 1918', ['2']],
  ['Boulevard Garibaldi', ['10', '20']],
  ['Place de la République', ['1', '2']],
  ['Rue Jean Jaurès', ['8', '10']],
  ['Les Quatre Chemins', ['']],
  ['Route de la Forêt', ['100', '2400'], { locality: 'La Renardière' }],
]

/** Streets 200 m apart, from south to north; numbers ten metres apart, from west to east. */
export const POINTS: readonly AddressPoint[] = STREETS.flatMap(([street, numbers, more], s) =>
  numbers.map(number => ({
    number,
    street,
    postcode: '99100',
    insee: '99001',
    town: 'Valbourg-sur-Orle',
    oldTown: '',
    aliases: [],
    locality: '',
    longitude: Number((2 + (Number.parseInt(number, 10) || 0) * 0.00014).toFixed(6)),
    latitude: Number((48 + s * 0.0018).toFixed(6)),
    ...more,
  })),
)

export const INDEX = createAddressIndex(POINTS)
