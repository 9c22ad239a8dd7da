import { expect, test } from 'vitest'
import { readBytes } from '../../readers/read.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { PLAN_IGN } from '../tiles.ts'

const HEADER = 'content-security-policy'

describeStores('collection sheets and the base map', open => {
  test.each(['xlsx', 'ods'])(
    'a .%s sheet holds the columns of the model, under a name that people read',
    async format => {
      const started = await openApp(await open())
      await startEpone(started)
      const answer = await started.browser().get(`/api/atelier/models/schema-dae/template.${format}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-disposition']).toContain('Defibrillateurs (DAE) - feuille de collecte')
      const { tables } = await readBytes(answer.rawPayload, `x.${format}`, { sheet: 'À remplir' })
      expect(tables[0]!.table.columns.map(({ name }) => name)).toContain('lat_coor1')
    },
  )

  test('an unknown model, another format: one sentence', async () => {
    const started = await openApp(await open())
    await startEpone(started)
    for (const path of ['inconnu/template.xlsx', 'schema-dae/template.pdf']) {
      const answer = await started.browser().get(`/api/atelier/models/${path}`)
      expect(answer.statusCode).toBe(404)
      expect(answer.json().message).toMatch(/\.$/)
    }
  })

  test('nobody outside takes a sheet', async () => {
    const started = await openApp(await open(), { where: 'remote' })
    await startEpone(started)
    expect((await started.browser().get('/api/atelier/models/schema-dae/template.xlsx')).statusCode).toBe(401)
  })

  test('the base map is told to everybody, and images may come from its host alone', async () => {
    const { browser } = await openApp(await open(), { where: 'remote', options: { tiles: PLAN_IGN } })
    const answer = await browser().get('/api/map')
    expect(answer.json()).toEqual(PLAN_IGN)
    expect(answer.headers[HEADER]).toContain("img-src 'self' data: blob: https://data.geopf.fr;")
  })

  test('without a base map, images come from here alone', async () => {
    const { browser } = await openApp(await open())
    const answer = await browser().get('/api/map')
    expect(answer.json()).toEqual({})
    expect(answer.headers[HEADER]).toContain("img-src 'self' data: blob:;")
  })
})
