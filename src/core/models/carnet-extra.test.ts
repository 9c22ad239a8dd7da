import { describe, expect, test } from 'vitest'
import { carnetExtra, inheritFields } from './carnet-extra.ts'

const base = carnetExtra.parse({
  alias: 'lieu',
  theme: 7,
  title: 'Lieux',
  idRule: { field: 'id', pattern: '{insee}-L-{number:3}' },
  fields: { nom: { title: 'Nom', meaning: 'Le nom du lieu.' }, porte: { title: 'Porte', synonyms: ['entrée'] } },
})

describe('inheritFields', () => {
  test('takes the fields of the base, and nothing else of it', () => {
    const own = carnetExtra.parse({ extends: 'lieu', title: 'Salles', alias: 'salle' })
    expect(inheritFields(own, base)).toEqual({ title: 'Salles', alias: 'salle', fields: base.fields })
  })

  test('a field told again replaces the one of the base whole; new ones are added', () => {
    const own = carnetExtra.parse({
      extends: 'lieu',
      fields: { porte: { title: 'Portail' }, scene: { title: 'Scène' } },
    })
    expect(inheritFields(own, base).fields).toEqual({
      nom: base.fields?.nom,
      porte: { title: 'Portail' },
      scene: { title: 'Scène' },
    })
  })

  test('a base without fields is no obstacle', () => {
    expect(inheritFields({ extends: 'vide', fields: { nom: { title: 'Nom' } } }, {})).toEqual({
      fields: { nom: { title: 'Nom' } },
    })
  })
})
