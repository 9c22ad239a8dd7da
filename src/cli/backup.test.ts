import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aTown } from '../journal/for-tests.ts'
import { openStore } from '../store/open.ts'
import { call, testFolder } from './call-for-tests.ts'

const { path } = testFolder()

async function dataFolder(name: string): Promise<string> {
  const store = await openStore({ folder: path(name) })
  await aTown({ ...store, now: () => '2026-03-02T08:00:00.000Z', newId: () => 'x' })
  await store.blobs.put(new TextEncoder().encode('un fichier'))
  await store.close()
  return path(name)
}

test('a data folder goes into one file and comes back', async () => {
  const folder = await dataFolder('données')
  const saved = await call('backup', folder, path('a.zip'))
  expect(saved).toMatchObject({ code: 0, err: '' })
  expect(saved.out).toMatch(/^Sauvegarde écrite : .*a\.zip, 0,1 Mo\. 0 ligne de journal, 1 fichier\.\n$/)
  const back = await call('restore', path('a.zip'), path('revenu'))
  expect(back).toMatchObject({ code: 0, err: '' })
  expect(back.out).toContain('0 ligne de journal, 1 fichier')
  const { db, close } = await openStore({ folder: path('revenu') })
  expect(await db.selectFrom('town').select('name').execute()).toEqual([{ name: 'Épône' }])
  await close()
})

test('a file that the disk altered is told, and the command says that not all is well', async () => {
  const folder = await dataFolder('abîmées')
  const store = await openStore({ folder })
  const [sha256] = store.blobs.list()
  writeFileSync(store.blobs.path(sha256!), 'autre chose')
  await store.close()
  const saved = await call('backup', folder, path('b.zip'))
  expect([saved.code, saved.out]).toEqual([1, expect.stringContaining(`1 fichier a été abîmé`)])
})

test('what cannot be done is said in a sentence', async () => {
  const folder = await dataFolder('là')
  await call('backup', folder, path('là.zip'))
  mkdirSync(path('vide'))
  const said = async (...args: string[]) => {
    const { code, out, err } = await call(...args)
    expect([code, out]).toEqual([2, ''])
    return err
  }
  expect(await said('backup', path('vide'), path('c.zip'))).toContain(
    "n'est pas un dossier de données de Carnet : « carnet.db » n'y est pas.",
  )
  expect(await said('backup', folder, path('là.zip'))).toContain("existe déjà : je ne l'écrase pas")
  expect(await said('restore', path('là.zip'), folder)).toContain('n’est pas vide')
  expect(await said('restore', `${folder}/carnet.db`, path('d'))).toContain('ce n’est pas un fichier zip entier')
  expect(await said('restore', path('absent.zip'), path('d'))).toContain('Je ne trouve pas')
})
