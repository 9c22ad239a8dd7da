import { describe, expect, test } from 'vitest'
import { CERTIFICATE as CA } from '../../adapters/mail/certificate-for-tests.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { startMailServer, textOf } from '../../adapters/mail/smtp-server-for-tests.ts'
import { ANNE, aTown } from '../../journal/for-tests.ts'
import { describeStores, storesOf, type TestStore } from '../../store/stores-for-tests.ts'
import { sendDue } from './due.ts'
import { listLetters } from './letter.ts'
import { sendLetter, sentByHand } from './send.ts'
import { changeLetter, dropLetter, readyLetter, writeLetter } from './write.ts'

const LETTER = {
  kind: 'first',
  to: { name: 'Claire, services techniques', mail: 'claire@exemple.fr' },
  subject: 'Vos défibrillateurs',
  body: 'Bonjour Claire,\n\nTenez-vous cette liste ?',
}

async function start(open: () => Promise<TestStore>, refuse?: string) {
  const { world, store } = await open()
  await aTown(world)
  const server = await startMailServer(
    refuse === undefined
      ? {}
      : { onRcptTo: (_, __, done) => done(Object.assign(new Error(refuse), { responseCode: 550 })) },
  )
  let now = '2026-03-02T08:00:00.000Z'
  const mailer = smtpMailer({ url: `smtp://localhost:${server.port}`, from: 'Carnet <carnet@exemple.fr>', ca: CA })
  return {
    world: { ...world, now: () => now, mailer, secrets: store.secrets, publicUrl: 'https://carnet.epone.fr' },
    server,
    at: (instant: string) => void (now = instant),
  }
}

describeStores('mails in the town’s name', open => {
  test('what was shown leaves, with its files, and is kept as it went', async () => {
    const { world, server } = await start(open)
    const sha256 = await world.blobs.put(new TextEncoder().encode('nom;adresse'))
    const file = { name: 'à remplir.csv', type: 'text/csv', sha256, size: 11 }
    const written = await writeLetter(world, ANNE, { ...LETTER, attachments: [file] })
    expect(written).toMatchObject({ state: 'to-review', attachments: [{ name: 'à remplir.csv', size: 11 }] })
    const sent = await sendLetter(world, ANNE, written.id, written.version)
    expect(sent).toMatchObject({ state: 'sent', sentAt: world.now(), body: LETTER.body })
    const mail = await server.received()
    expect(mail).toContain('To: claire@exemple.fr')
    expect(mail).toContain(Buffer.from('nom;adresse').toString('base64'))
    await expect(sendLetter(world, ANNE, written.id, written.version)).rejects.toThrow('déjà parti')
    await expect(changeLetter(world, ANNE, written.id, { seen: written.version, body: 'x' })).rejects.toThrow('parti')
    const entries = await world.db.selectFrom('journal').select(['act', 'note']).orderBy('seq').execute()
    expect(entries.map(({ act }) => act)).toEqual(['letter', 'letter-sent'])
    expect(JSON.stringify(entries)).not.toMatch(/Bonjour|claire@exemple/)
  })

  test('a mail read in advance leaves on its day, once, whatever servers look', async () => {
    const { world, server, at } = await start(open)
    const due = '2026-03-09T07:30:00.000Z'
    const { id, version } = await writeLetter(world, ANNE, { ...LETTER, dueAt: due })
    at(due)
    expect(await sendDue(world)).toBe(0)
    await readyLetter(world, ANNE, id, version)
    at('2026-03-09T07:29:59.000Z')
    expect(await sendDue(world)).toBe(0)
    at(due)
    const left = await Promise.all([sendDue(world), sendDue(world), sendDue(world)])
    expect(left.sort()).toEqual([0, 0, 1])
    expect(textOf(await server.received())).toContain('Tenez-vous cette liste ?')
    const [last] = await world.db.selectFrom('journal').select(['act', 'by_name']).orderBy('seq', 'desc').execute()
    expect(last).toEqual({ act: 'letter-sent', by_name: 'Carnet' })
  })
})

describe('mails that do not leave', () => {
  const open = storesOf('sqlite')

  test('words that nobody has seen do not leave', async () => {
    const { world, server } = await start(open)
    const first = await writeLetter(world, ANNE, LETTER)
    const second = await changeLetter(world, ANNE, first.id, { seen: first.version, body: 'Bonjour,\n\nautre chose' })
    expect(second.version).not.toBe(first.version)
    await expect(sendLetter(world, ANNE, first.id, first.version)).rejects.toThrow('a changé depuis')
    await expect(changeLetter(world, ANNE, first.id, { seen: first.version, body: 'z' })).rejects.toThrow('a changé')
    await sendLetter(world, ANNE, first.id, second.version)
    expect(textOf(await server.received())).toContain('autre chose')
  })

  test('a refusal is told in French, and the mail may be corrected and sent', async () => {
    const { world } = await start(open, 'no such user')
    const { id, version } = await writeLetter(world, ANNE, LETTER)
    const failed = await sendLetter(world, ANNE, id, version)
    expect(failed).toMatchObject({ state: 'failed', message: expect.stringContaining('ne connaît pas cette adresse') })
    const to = { name: 'Claire', mail: 'claire.b@exemple.fr' }
    expect(await changeLetter(world, ANNE, id, { seen: version, to })).toMatchObject({ state: 'to-review', to })
  })

  test('rewritten, dropped or no longer wanted, it does not leave; cut on its way, a person decides', async () => {
    const { world, at } = await start(open)
    const due = '2026-03-09T07:30:00.000Z'
    const ids: string[] = []
    for (const _ of [1, 2, 3]) {
      const { id, version } = await writeLetter(world, ANNE, { ...LETTER, dueAt: due })
      await readyLetter(world, ANNE, id, version)
      ids.push(id)
    }
    const [rewritten, dropped, unwanted] = ids as [string, string, string]
    const { version } = (await listLetters(world, ANNE.insee)).find(({ id }) => id === rewritten)!
    await changeLetter(world, ANNE, rewritten, { seen: version, body: 'autrement' })
    await dropLetter(world, ANNE, dropped)
    at(due)
    expect(await sendDue(world, { before: async row => (row.id === unwanted ? undefined : row) })).toBe(0)
    const states = new Map((await listLetters(world, ANNE.insee)).map(({ id, state }) => [id, state]))
    expect(ids.map(id => states.get(id))).toEqual(['to-review', 'dropped', 'dropped'])
    await world.db.updateTable('letter').set({ state: 'sending', sent_at: due }).where('id', '=', rewritten).execute()
    at('2026-03-09T07:41:00.000Z')
    await Promise.all([sendDue(world), sendDue(world)])
    const [cut] = await world.db.selectFrom('letter').selectAll().where('id', '=', rewritten).execute()
    expect(cut).toMatchObject({ state: 'failed', message: expect.stringContaining('peut-être parti') })
    const told = await world.db.selectFrom('journal').select('act').where('act', '=', 'letter-failed').execute()
    expect(told).toHaveLength(1)
  })

  test('without a mail server: told, nothing leaves, and she says that she sent it herself', async () => {
    const { world } = await start(open)
    const without = { ...world, mailer: { sends: false, send: () => Promise.reject(new Error('unused')) } }
    const { id, version } = await writeLetter(without, ANNE, LETTER)
    await expect(sendLetter(without, ANNE, id, version)).rejects.toThrow('Aucun serveur de courriel')
    await expect(sentByHand(without, ANNE, id, 'other')).rejects.toThrow('a changé')
    expect(await sentByHand(without, ANNE, id, version)).toMatchObject({ state: 'sent' })
  })

  test('what is no address, or no subject, is refused', async () => {
    const { world } = await start(open)
    const to = { name: 'Claire', mail: 'claire chez exemple' }
    await expect(writeLetter(world, ANNE, { ...LETTER, to })).rejects.toThrow('« claire chez exemple »')
    await expect(writeLetter(world, ANNE, { ...LETTER, subject: 'a\nBcc: x@y.fr' })).rejects.toThrow('objet')
  })
})
