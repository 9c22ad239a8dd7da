import { expect, test } from 'vitest'
import { CERTIFICATE } from '../../adapters/mail/certificate-for-tests.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { startMailServer, textOf } from '../../adapters/mail/smtp-server-for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { EPONE, openApp, PUBLIC, signIn, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const FROM = 'Carnet <carnet@epone.fr>'

async function withServer() {
  const server = await startMailServer({ secure: true })
  const mailer = smtpMailer({ url: `smtps://localhost:${server.port}`, from: FROM, ca: CERTIFICATE })
  const test = await openApp(await open(), { where: 'remote', mailer })
  await startEpone(test)
  return { ...test, server }
}

test('the mail that arrives opens the door, by its link and by its six digits', async () => {
  const { browser, server } = await withServer()
  const anne = browser()
  expect((await anne.get('/api/atelier/session')).json()).toMatchObject({ mailPrinted: false })
  await anne.post('/api/atelier/sign-in/mail', { mail: 'Anne@epone.fr' })
  const mail = await server.received()
  expect(mail).toMatch(/^To: anne@epone\.fr\r$/m)
  const text = textOf(mail)
  expect(text.match(/https?:\/\/\S+/g)).toEqual([expect.stringContaining(`${PUBLIC}/atelier/entrer/`)])
  const token = /\/entrer\/([\w-]+)/.exec(text)?.[1]
  expect((await anne.post('/api/atelier/sign-in/token', { token })).statusCode).toBe(204)

  const phone = browser()
  await phone.post('/api/atelier/sign-in/mail', { mail: EPONE.mail })
  const code = /^(\d{6})\r?$/m.exec(textOf(await server.received()))?.[1]
  expect((await phone.post('/api/atelier/sign-in/code', { mail: EPONE.mail, code })).statusCode).toBe(204)
})

test('who is invited gets a mail that says by whom, for what, and how to enter', async () => {
  const test = await openApp(await open(), { where: 'remote' })
  await startEpone(test)
  const anne = await signIn(test, EPONE.mail!)
  test.printed.length = 0
  const invited = { name: 'Bruno\nBcc: x@y.fr', mail: 'bruno@epone.fr', role: 'agent' }
  expect((await anne.post('/api/atelier/people', invited)).statusCode).toBe(201)
  await new Promise(resolve => setImmediate(resolve))
  const [letter] = test.printed
  expect(letter).toContain('Anne Morel vous invite dans Carnet, pour Épône')
  expect(letter).toContain('Bonjour Bruno Bcc: x@y.fr,')
  expect(letter).toContain(`${PUBLIC}/atelier/`)
})

test('a mail server that is down changes no answer, and is told to whoever keeps this Carnet', async () => {
  const mailer = smtpMailer({ url: 'smtps://localhost:9', from: FROM })
  const test = await openApp(await open(), { where: 'remote', mailer })
  await startEpone(test)
  const ask = (mail: string) => test.browser().post('/api/atelier/sign-in/mail', { mail })
  const [known, unknown] = [await ask(EPONE.mail!), await ask('x@epone.fr')]
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
  while (test.reported.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
  expect(String(test.reported[0])).toContain('ECONNREFUSED')
})
