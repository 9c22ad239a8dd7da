import { expect, test } from 'vitest'
import { looksLikePerson } from './contact.ts'

test.each([
  [{ name: 'Camille Durand' }],
  [{ name: 'Jean-Luc DUPONT' }],
  [{ name: 'Mme Morel, service animation' }],
  [{ name: 'Service animation', mail: 'camille.durand@ville.fr' }],
  [{ name: 'Mairie', mail: 'c_durand@ville.fr' }],
])('a person: %o', contact => expect(looksLikePerson(contact)).toBe(true))

test.each([
  [{ name: 'Service animation', mail: 'mairie@ville.fr' }],
  [{ name: 'Accueil Mairie', mail: 'accueil.mairie@ville.fr' }],
  [{ name: 'Services techniques', mail: 'services-techniques@ville.fr' }],
  [{ name: 'Office de tourisme' }],
  [{ name: 'Direction Culture', mail: 'service.culture@ville.fr' }],
])('a service: %o', contact => expect(looksLikePerson(contact)).toBe(false))
