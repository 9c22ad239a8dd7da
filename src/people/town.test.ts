import { expect, test } from 'vitest'
import { loadCommunes } from '../adapters/communes/load.ts'
import { history } from '../journal/read.ts'
import { describeStores } from '../store/stores-for-tests.ts'
import { changePlace, invitePerson } from './invite.ts'
import { listPersons } from './persons.ts'
import { closeSession, findSession, openSession } from './sessions.ts'
import { changeSiret, createTown, townCard, townRow } from './town.ts'
import { visitorOf } from './visitor.ts'

const communes = loadCommunes()
const EPONE = { insee: '78217', name: 'Anne Morel', mail: 'Anne@Epone.fr' }
const HOUR = 60 * 60_000

describeStores('a town and its people', open => {
  test('the first start creates the town by its INSEE code and its referent, in one act', async () => {
    const { world } = await open()
    const anne = await createTown(world, communes, { ...EPONE, siret: '21780217200014' })
    expect(townCard(await townRow(world, '78217'), communes)).toMatchObject({
      insee: '78217',
      name: 'Épône',
      department: '78',
      postcodes: ['78680'],
      siret: '21780217200014',
      siren: '217802172',
    })
    expect(await listPersons(world, '78217')).toMatchObject([
      { id: anne.id, name: 'Anne Morel', mail: 'anne@epone.fr', role: 'referent', hasPassword: false },
    ])
    const { entries } = await history(world.db, '78217')
    expect(entries).toMatchObject([{ act: 'create-town', by: 'Anne Morel' }])
    expect(entries[0]?.note).toContain('Épône (78217)')
  })

  test('an unknown code and an old commune are refused in a sentence, and leave nothing', async () => {
    const { world } = await open()
    await expect(createTown(world, communes, { ...EPONE, insee: '78999' })).rejects.toThrow(
      /J’ai lu le code INSEE « 78999 » ; je ne le trouve pas/,
    )
    await expect(createTown(world, communes, { ...EPONE, insee: '74011' })).rejects.toThrow(/Annecy \(74010\)/)
    expect(await world.db.selectFrom('town').selectAll().execute()).toEqual([])
    expect(await world.db.selectFrom('journal').selectAll().execute()).toEqual([])
  })

  test('the same town is not created twice', async () => {
    const { world } = await open()
    await createTown(world, communes, EPONE)
    await expect(createTown(world, communes, { ...EPONE, name: 'Un autre' })).rejects.toThrow(/déjà dans ce Carnet/)
    expect(await listPersons(world, '78217')).toHaveLength(1)
  })

  test('the SIRET is changed and taken away, and the journal says so', async () => {
    const { world } = await open()
    const anne = await createTown(world, communes, EPONE)
    await changeSiret(world, anne, '21780217200014')
    await changeSiret(world, anne, '')
    expect((await townRow(world, '78217')).siret).toBeNull()
    expect(townCard(await townRow(world, '78217'), communes).siren).toBe('217802172')
    expect((await history(world.db, '78217')).entries.map(({ note }) => note).slice(0, 2)).toEqual([
      'SIRET de la commune retiré',
      'SIRET de la commune : 21780217200014',
    ])
  })

  test('people are invited, change role and leave; who comes back takes her own place again', async () => {
    const { world } = await open()
    const anne = await createTown(world, communes, EPONE)
    const bruno = await invitePerson(world, anne, { name: 'Bruno', mail: 'bruno@epone.fr', role: 'agent' })
    await expect(invitePerson(world, anne, { name: 'Autre', mail: 'BRUNO@epone.fr', role: 'reader' })).rejects.toThrow(
      /déjà l’adresse de Bruno/,
    )
    const secret = await openSession(world, { insee: '78217', person: bruno.id })
    expect(await visitorOf(world, secret)).toMatchObject({ rights: ['read', 'prepare'] })
    await changePlace(world, anne, bruno.id, { role: 'reader' })
    expect(await visitorOf(world, secret)).toMatchObject({ rights: ['read'] })
    expect(await changePlace(world, anne, bruno.id, { left: true })).toHaveProperty('leftAt')
    expect(await visitorOf(world, secret)).toBeUndefined()
    expect((await listPersons(world, '78217')).map(({ name }) => name)).toEqual(['Anne Morel', 'Bruno'])
    const again = await invitePerson(world, anne, { name: 'Bruno L.', mail: 'bruno@epone.fr', role: 'approver' })
    expect(again).toMatchObject({ id: bruno.id, name: 'Bruno L.', role: 'approver' })
    expect(again).not.toHaveProperty('leftAt')
    expect(await visitorOf(world, secret)).toBeUndefined()
  })

  test('nobody removes the last referent, herself included', async () => {
    const { world } = await open()
    const anne = await createTown(world, communes, EPONE)
    await expect(changePlace(world, anne, anne.id, { left: true })).rejects.toThrow(
      /garde toujours une personne référente/,
    )
    await expect(changePlace(world, anne, anne.id, { role: 'agent' })).rejects.toThrow(/garde toujours/)
    const bruno = await invitePerson(world, anne, { name: 'Bruno', mail: 'bruno@epone.fr', role: 'referent' })
    await changePlace(world, anne, anne.id, { role: 'agent' })
    await expect(changePlace(world, anne, bruno.id, { left: true })).rejects.toThrow(/garde toujours/)
  })

  test('somebody of another town cannot be changed', async () => {
    const { world } = await open()
    const anne = await createTown(world, communes, EPONE)
    const zoe = await createTown(world, communes, { insee: '78551', name: 'Zoé' })
    await expect(changePlace(world, anne, zoe.id, { role: 'reader' })).rejects.toThrow(/pas dans votre commune/)
  })
})

describeStores('sessions', open => {
  const clocked = async () => {
    const { world } = await open()
    let time = Date.UTC(2026, 2, 2, 8)
    const timed = { ...world, now: () => new Date(time).toISOString() }
    return { world: timed, wait: (milliseconds: number) => void (time += milliseconds) }
  }
  const OWNER = { insee: '78217', person: 'anne' }

  test('the secret is not in the database', async () => {
    const { world } = await clocked()
    const secret = await openSession(world, OWNER)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(await world.db.selectFrom('session').selectAll().execute())).not.toContain(secret)
    expect(await findSession(world, secret)).toEqual(OWNER)
  })

  test('it ends after eight idle hours, and after seven days whatever happens', async () => {
    const { world, wait } = await clocked()
    const idle = await openSession(world, OWNER)
    wait(8 * HOUR + 1)
    expect(await findSession(world, idle)).toBeUndefined()
    const busy = await openSession(world, OWNER)
    for (let hours = 0; hours < 7 * 24; hours += 7) {
      expect(await findSession(world, busy)).toEqual(OWNER)
      wait(7 * HOUR)
    }
    expect(await findSession(world, busy)).toBeUndefined()
  })

  test('it ends at sign-out, and when another takes its place', async () => {
    const { world } = await clocked()
    const first = await openSession(world, OWNER)
    const second = await openSession(world, OWNER, first)
    expect(await findSession(world, first)).toBeUndefined()
    expect(await findSession(world, second)).toEqual(OWNER)
    await closeSession(world, second)
    expect(await findSession(world, second)).toBeUndefined()
  })
})
