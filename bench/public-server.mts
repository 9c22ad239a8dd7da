/**
 * The application that `bench/public.mts` asks, in the folder FOLDER: one set of 200,000 rows and 20 columns. First called with PREPARE, to publish it: what that
 * takes is not the server's memory. Talks to its parent process.
 */
import { printingMailer } from '../src/adapters/mail/mailer.ts'
import { publishForTests } from '../src/publication/catalog/for-tests.ts'
import { createApp } from '../src/server/app.ts'
import { serverWorld } from '../src/server/world.ts'
import { openStore } from '../src/store/open.ts'

const ROWS = Number(process.env.ROWS ?? 200_000)
const folder = process.env.FOLDER!
const store = await openStore({ folder, databaseUrl: undefined })
const port = Number(process.env.PORT)
const publicUrl = `http://localhost:${port}`
const options = { host: 'localhost', port, local: true, publicUrl, workshop: '/nowhere', startCode: '' }
const world = serverWorld(store, {
  options,
  mailer: printingMailer(() => {}),
  report: error => console.error(error),
})

const STREETS = ['rue de la Plage', 'avenue du Professeur Sergent', 'place du 8 Mai', 'chemin des Étangs']
const model = world.registry.find('schema-irve-statique')!
const columns = model.fields.slice(0, 20).map(({ name }) => name)
const cells: Readonly<Record<string, (row: number) => string>> = {
  coordonneesXY: row => `[${(1.7 + (row % 1000) / 5000).toFixed(4)}, ${(48.8 + (row % 777) / 3000).toFixed(4)}]`,
  nbre_pdc: row => String(1 + (row % 40)),
  puissance_nominale: row => String(3.7 + (row % 300)),
  adresse_station: row => `${row % 99} ${STREETS[row % STREETS.length]}`,
  prise_type_ef: row => String(row % 2 === 0),
  prise_type_2: row => String(row % 3 === 0),
}

async function publishGrand(): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    columns.map((name, c) => cells[name]?.(row) ?? `${name} ${(row * (c + 7)) % 500}`),
  )
  await publishForTests(world, { slug: 'grand', model: model.id, columns, rows })
  await store.close()
}

async function serve(): Promise<void> {
  const app = await createApp(world)
  await app.listen({ port, host: 'localhost' })
  process.on('message', message => {
    if (message === 'memory') process.send?.({ megabytes: Math.round(process.memoryUsage().rss / 1e6) })
    if (message === 'end') process.exit(0)
  })
  process.send?.({ ready: true })
}

if (process.env.PREPARE) {
  await publishGrand()
  process.exit(0)
} else await serve()
