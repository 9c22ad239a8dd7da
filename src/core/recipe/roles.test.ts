import { expect, test } from 'vitest'
import { roleByName } from './roles.ts'

test.each(['site', 'Site internet', 'site_web_asso', 'url_photo', 'lien'])('« %s » holds addresses of pages', name => {
  expect(roleByName(name)).toBe('url')
})

test.each(['site_nom', 'id_site', 'site_surface', 'Nom du site'])('« %s » speaks of a place', name => {
  expect(roleByName(name)).not.toBe('url')
})
