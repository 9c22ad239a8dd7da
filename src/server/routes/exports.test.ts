import { expect, test, vi } from 'vitest'
import { EXPORT_FORMATS, type SetQuestions, type SetState } from '../../contract/sets.ts'
import { readBytes } from '../../readers/read.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

const open = storesOf('sqlite')
const FILE = 'nom;lat;lon;places\nGare;48,9626;1,8103;douze\nMairie;;;3\n'

test('a set leaves as a file in every format, from the server’s own table', async () => {
  const opened = await openApp(await open())
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const model = await hands.post<{ id: string }>('/models', {
    title: 'Boîtes',
    description: '',
    schema: {
      fields: [
        { name: 'nom', type: 'string' },
        { name: 'lat', type: 'number' },
        { name: 'lon', type: 'number' },
        { name: 'places', type: 'integer' },
      ],
    },
    extra: { fields: { lat: { role: 'latitude' }, lon: { role: 'longitude' } } },
  })
  const { slug } = await hands.post<SetState>('/sets', { title: 'Boîtes à livres', model: model.id })
  const [file] = await hands.upload('boites.csv', FILE)
  await hands.post(`/sets/${slug}/sources`, { upload: file!.id })
  await hands.settled(slug)

  const asked = await Promise.all(
    EXPORT_FORMATS.map(
      async format => [format, await hands.browser.get(`/api/atelier/sets/${slug}/export/${format}`)] as const,
    ),
  )
  const files = new Map(asked)
  for (const [format, { statusCode, headers }] of files) {
    expect(statusCode, format).toBe(200)
    expect(headers['content-disposition'], format).toMatch(/^attachment; filename="boites-a-livres/)
    expect(headers['x-content-type-options'], format).toBe('nosniff')
  }
  const rows = ['nom,lat,lon,places', 'Gare,48.9626,1.8103,12', 'Mairie,,,3', ''].join('\r\n')
  expect(files.get('csv')!.body).toBe(rows)
  expect(files.get('json')!.json()[1]).toEqual({ nom: 'Mairie', lat: '', lon: '', places: '3' })
  expect(
    files
      .get('geojson')!
      .json()
      .features.map((one: { geometry: unknown }) => one.geometry),
  ).toEqual([{ type: 'Point', coordinates: [1.8103, 48.9626] }, null])
  for (const format of ['xlsx', 'ods'] as const) {
    const { tables } = await readBytes(files.get(format)!.rawPayload, `boites.${format}`)
    expect(tables[0]!.table.columns.map(({ cells }) => cells[0])).toEqual(['Gare', '48.9626', '1.8103', '12'])
  }
  expect(files.get('report.csv')!.body).toContain('niveau,ligne,colonne,valeur,constat')
  const questions = await hands.get<SetQuestions>(`/sets/${slug}/questions`)
  const asking = questions.groups.flatMap(group => group.questions)
  expect(files.get('questions.csv')!.body.trim().split('\r\n')).toHaveLength(asking.length + 1)
  expect((await hands.browser.get(`/api/atelier/sets/${slug}/export/exe`)).statusCode).toBe(404)
  expect(opened.reported).toEqual([])
  await opened.app.close()
})
