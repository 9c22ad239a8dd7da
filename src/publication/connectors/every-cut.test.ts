import { expect, test } from 'vitest'
import { copyForTests } from '../../adapters/copy-for-tests.ts'
import { datagouv } from '../../adapters/datagouv/datagouv.ts'
import { ORGANIZATION, startUdata } from '../../adapters/datagouv/server-for-tests.ts'
import { everyCut } from './sender-for-tests.ts'

const COPIES = [
  copyForTests(),
  copyForTests({ csv: 'id,nom\n1,Mairie\n2,Gymnase\n', fiche: { ...copyForTests().fiche, title: 'Défibrillateurs' } }),
]

test('data.gouv.fr: cut before or after any request, done again, there is one set and its ids never change', async () => {
  const server = await startUdata()
  let ids: string | undefined
  const start = async () => {
    server.sets.clear()
    ids = undefined
    const place = datagouv({ address: server.address, organization: ORGANIZATION }, 'la-cle', 'anywhere', 30)
    return { place, cut: server.cut }
  }
  const cuts = await everyCut(start, COPIES, copy => {
    const sets = [...server.sets.values()]
    expect(sets.map(({ title, private: hidden }) => [title, hidden])).toEqual([[copy.fiche.title, false]])
    const { id, resources } = sets[0]!
    expect(resources.map(({ url }) => url.split('/').at(-1))).toEqual([
      'defibrillateurs.csv',
      'defibrillateurs.geojson',
    ])
    expect(resources.map(({ title }) => title)).toEqual(['Les données (CSV)', 'Les données (GEOJSON)'])
    const now = [id, ...resources.map(one => one.id)].join()
    ids ??= now
    expect(now).toBe(ids)
  })
  expect(cuts).toBeGreaterThan(40)
})
