import { expect, test } from 'vitest'
import { loadModel } from './load.ts'

test('a model that extends another shares its meanings, and keeps its own title, alias and fields', async () => {
  const base = await loadModel('acceslibre-erp-base')
  const schools = await loadModel('erp-ecole')
  const field = (model: typeof base, name: string) => model.fields.find(found => found.name === name)
  expect(schools.id).toBe('acceslibre-erp-etablissement-scolaire')
  expect(schools.title).not.toBe(base.title)
  expect(field(schools, 'entree_plain_pied')?.meaning).toBeTruthy()
  expect(field(schools, 'entree_plain_pied')).toEqual(field(base, 'entree_plain_pied'))
  expect(field(schools, 'activite')?.meaning).not.toBe(field(base, 'activite')?.meaning)
})

test('a folder is no model', async () => {
  await expect(loadModel('src/')).rejects.toThrow("« src/ » est un dossier ; j'attendais un fichier JSON")
})
