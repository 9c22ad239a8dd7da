import { expect, test } from 'vitest'
import { CERTIFICATE as CA } from '../../adapters/mail/certificate-for-tests.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { startMailServer } from '../../adapters/mail/smtp-server-for-tests.ts'
import { PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { describeStores, type TestStore } from '../../store/stores-for-tests.ts'
import type { Actor } from '../../store/world.ts'
import { sendDue } from '../letters/due.ts'
import { findLetter, letterCard } from '../letters/letter.ts'
import { changeLetter } from '../letters/write.ts'
import { nodeOfSet } from '../register/graph.ts'
import { askAgain, letGo } from './auto.ts'
import { nextUpdate, toldFrom, urgencyOf } from './due.ts'
import { prepareReminders, reminderHooks } from './prepare.ts'
import { readReminders } from './read.ts'

const ANNE: Actor = { insee: '78217', id: 'anne', name: 'Anne Morel' }
const SLUG = 'prenoms'

test.each([
  ['daily', '2026-03-03', '2026-03-03'],
  ['weekly', '2026-03-09', '2026-03-07'],
  ['monthly', '2026-04-02', '2026-03-26'],
  ['quarterly', '2026-06-02', '2026-05-19'],
  ['semiannual', '2026-09-02', '2026-08-19'],
  ['annual', '2027-03-02', '2027-02-16'],
] as const)('%s: the next version is awaited on %s, told from %s', (frequency, due, told) => {
  expect(nextUpdate(frequency, '2026-03-02')).toBe(due)
  expect(toldFrom(frequency, due)).toBe(told)
})

test('a fiche that promises no day has none; what is late is said', () => {
  expect([nextUpdate('irregular', '2026-03-02'), nextUpdate('never', '2026-03-02')]).toEqual([undefined, undefined])
  expect(['2026-03-01', '2026-03-02', '2026-04-01', '2026-04-02'].map(due => urgencyOf(due, '2026-03-02'))).toEqual([
    'late',
    'soon',
    'soon',
    'later',
  ])
})

async function start(open: () => Promise<TestStore>) {
  const { world: base, store } = await open()
  const server = await startMailServer()
  let now = '2026-03-02T08:00:00.000Z'
  const mailer = smtpMailer({ url: `smtp://localhost:${server.port}`, from: 'Carnet <carnet@exemple.fr>', ca: CA })
  const world = {
    ...{ ...base, now: () => now, mailer, secrets: store.secrets, publicUrl: 'https://carnet.epone.fr' },
  }
  const publish = (more = {}) => publishForTests(world, { ...PRENOMS, ...more })
  await publish()
  const person = { insee: ANNE.insee, id: ANNE.id, name: ANNE.name, mail: 'anne@epone.fr', role: 'referent' }
  await world.db
    .insertInto('person')
    .values({ ...person, created_at: now })
    .execute()
  const current = async () => (await readReminders(world, ANNE.insee, true)).reminders[0]!
  return { world, server, publish, current, at: (instant: string) => void (now = instant) }
}

describeStores('reminders', open => {
  test('its mail is prepared once, two weeks before, and does not leave unread; who holds the set is told', async () => {
    const { world, current, at } = await start(open)
    expect(await current()).toMatchObject({ slug: SLUG, last: '2026-03-02', due: '2027-03-02', urgency: 'later' })
    at('2027-02-15T08:00:00.000Z')
    expect(await prepareReminders(world)).toBe(0)
    const claire = { insee: ANNE.insee, id: 'claire', kind: 'service', name: 'État civil', seq: 1 }
    await world.db
      .insertInto('node')
      .values({ ...claire, body: '{"mail":"etat-civil@epone.fr"}' })
      .execute()
    const holds = { from_node: 'claire', to_node: nodeOfSet(SLUG), kind: 'holds', role: '', seq: 1 }
    await world.db
      .insertInto('edge')
      .values({ insee: ANNE.insee, id: 'e', ...holds })
      .execute()
    at('2027-02-16T08:00:00.000Z')
    expect([await prepareReminders(world), await prepareReminders(world)]).toEqual([1, 0])
    const { letter, holder, urgency } = await current()
    expect({ urgency, holder }).toMatchObject({ urgency: 'soon', holder: { name: 'État civil', from: 'register' } })
    expect(letter).toMatchObject({
      to: { name: 'État civil', mail: 'etat-civil@epone.fr' },
      subject: 'À mettre à jour : Prénoms des nouveau-nés d’Épône, 2019-2020',
      state: 'to-review',
      attachments: [{ name: 'mise-a-jour.ics' }],
    })
    expect(letter!.body).toContain('mise à jour une fois par an. La dernière version est du 2 mars 2026')
    expect(letter!.body).toContain('https://carnet.epone.fr/atelier/jeux/prenoms/nouveau-fichier')
    expect(letter!.body).toContain('Envoyez simplement le fichier à Anne Morel (anne@epone.fr)')
    at('2027-03-05T08:00:00.000Z')
    expect(await sendDue(world, reminderHooks(world))).toBe(0)
    expect(await current()).toMatchObject({ urgency: 'late', letter: { state: 'to-review' } })
  })

  test('read once, it goes by itself each year, word for word; a set that changed of holder asks again', async () => {
    const { world, server, publish, current, at } = await start(open)
    at('2027-02-20T08:00:00.000Z')
    await prepareReminders(world)
    const first = (await current()).letter!
    await expect(letGo(world, ANNE, SLUG, 'autre chose')).rejects.toThrow('a changé depuis')
    await letGo(world, ANNE, SLUG, first.version)
    expect(await current()).toMatchObject({ auto: { by: 'Anne Morel' }, letter: { state: 'ready' } })
    at('2027-03-02T07:00:00.000Z')
    expect(await sendDue(world, reminderHooks(world))).toBe(1)
    const mail = await server.received()
    expect(mail).toContain('To: anne@epone.fr')
    expect(mail).toContain('Content-Type: text/calendar')

    at('2027-03-10T08:00:00.000Z')
    await publish({ rows: PRENOMS.rows.slice(1) })
    at('2028-03-01T08:00:00.000Z')
    await prepareReminders(world)
    const second = (await current()).letter!
    expect(second).toMatchObject({ state: 'ready' })
    expect(second.body).toContain('La dernière version est du 10 mars 2027')

    at('2028-03-02T08:00:00.000Z')
    await publish()
    await world.db.updateTable('person').set({ mail: 'autre@epone.fr' }).execute()
    at('2029-03-01T08:00:00.000Z')
    await prepareReminders(world)
    expect((await current()).letter).toMatchObject({ state: 'to-review', to: { mail: 'autre@epone.fr' } })
    // The one of 2028 was never needed: the set was published before its day.
    expect((await findLetter(world.db, ANNE.insee, second.id)).state).toBe('dropped')
  })

  test('a set updated before its day asks for nothing more, even if its mail was ready', async () => {
    const { world, publish, current, at } = await start(open)
    at('2027-02-20T08:00:00.000Z')
    await prepareReminders(world)
    const { letter } = await current()
    await letGo(world, ANNE, SLUG, letter!.version)
    at('2027-02-25T08:00:00.000Z')
    await publish({ rows: PRENOMS.rows.slice(1) })
    at('2027-03-02T08:00:00.000Z')
    expect(await sendDue(world, reminderHooks(world))).toBe(0)
    expect((await findLetter(world.db, ANNE.insee, letter!.id)).state).toBe('dropped')
    expect(await current()).toMatchObject({ due: '2028-02-25', auto: { by: 'Anne Morel' } })
    expect(await current()).not.toHaveProperty('letter')
    await askAgain(world, ANNE, SLUG)
    expect(await current()).not.toHaveProperty('auto')
  })

  test('a mail that she rewrote is hers to send: the next one may go by itself', async () => {
    const { world, current, at } = await start(open)
    at('2027-02-20T08:00:00.000Z')
    await prepareReminders(world)
    const { id, version } = (await current()).letter!
    await changeLetter(world, ANNE, id, { seen: version, body: 'Bonjour' })
    const changed = await letterCard(world, await findLetter(world.db, ANNE.insee, id))
    await expect(letGo(world, ANNE, SLUG, changed.version)).rejects.toThrow('n’est plus celui que Carnet écrit')
    expect(await current()).not.toHaveProperty('auto')
  })
})
