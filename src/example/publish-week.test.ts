import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Home } from '../contract/sets.ts'
import { verifyChain } from '../journal/verify.ts'
import { readCatalog } from '../publication/catalog/read.ts'
import { openApp } from '../server/app-for-tests.ts'
import { handsOf } from '../server/hands-for-tests.ts'
import { storesOf } from '../store/stores-for-tests.ts'
import { readRegister } from '../town/register/register.ts'
import { wishlist } from '../town/wishes/list.ts'
import { buildExample } from './example.ts'
import { publishWeek } from './publish-week.ts'

// Ten files are read, six sets are prepared, checked and frozen, beside whatever else this machine does.
vi.setConfig({ testTimeout: 300_000 })

const open = storesOf('sqlite')
const FOLDER = join(import.meta.dirname, '../../demo')

test('the example town opens its six sets, valid and on the map; the rest of its week waits', async () => {
  const opened = await openApp(await open())
  await opened.app.ready()
  const { world } = opened
  await publishWeek(opened.app.preparation, await buildExample(opened.app.preparation, world.communes, FOLDER), FOLDER)

  const { sets } = await readCatalog(world)
  expect(sets.map(({ slug, version }) => [slug, version.rows]).sort()).toEqual([
    ['bornes-de-recharge', 11],
    ['commerces-et-leurs-horaires', 60],
    ['defibrillateurs', 11],
    ['lieux-de-stationnement', 15],
    ['monuments-historiques', 12],
    ['stationnements-velos', 8],
  ])
  for (const { slug, version, fiche } of sets) {
    expect([version.errors, version.conformity], slug).toEqual([0, 100])
    expect(version.box, slug).toBeDefined()
    expect(fiche.considerations, slug).not.toContain('OpenStreetMap')
    expect(fiche.contact.mail, slug).toBe('animation@exemple.fr')
  }

  const home = await handsOf(opened).get<Home>('/home')
  expect(home.steps[3]).toMatchObject({ id: 'publication', done: 6, total: 9, state: 'now' })
  const { wishes } = await wishlist(world, '78217')
  expect(wishes.map(({ grade, decision }) => `${grade.value} ${decision?.value}`)).toEqual([
    ...['green open', 'black no', 'green open', 'black undefined', 'green open', 'green open'],
    // Bikes were black, and not to be opened, on day 2.
    ...['green open', 'green open', 'black later', 'black undefined'],
  ])
  expect(home.inbox.map(({ name }) => name).sort()).toEqual([
    'accueil petite enfance.docx',
    'eclairage public.csv',
    'espaces verts.xlsx',
    'liste entreprises 2020.xlsx',
  ])
  const { nodes, edges, photos } = await readRegister(world.db, '78217')
  const held = new Set(edges.filter(({ kind }) => kind === 'holds').map(({ to }) => to))
  // Who has car-sharing places is the question that stays; nobody is there twice.
  expect(nodes.filter(({ id, set }) => set && !held.has(id)).map(({ name }) => name)).toEqual(['Lieux de covoiturage'])
  expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length)
  expect(photos).toHaveLength(1)
  expect((await verifyChain(world.db, '78217')).broken).toBeUndefined()
  expect(opened.reported).toEqual([])
})
