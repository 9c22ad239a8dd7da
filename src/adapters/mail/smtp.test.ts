import { expect, test } from 'vitest'
import { CERTIFICATE } from './certificate-for-tests.ts'
import { smtpMailer } from './smtp.ts'
import { startMailServer, textOf } from './smtp-server-for-tests.ts'

const from = 'Carnet d’Épône <carnet@epone.fr>'
const MAIL = { to: 'anne@epone.fr', subject: 'Entrer dans Carnet', text: 'Bonjour,\n\nle code : 012345\n\nÀ bientôt' }

test('a mail goes to the town’s server, signed in, over TLS, as plain text', async () => {
  const server = await startMailServer({ secure: true })
  const url = `smtps://carnet:mot%20de%20passe@localhost:${server.port}`
  await smtpMailer({ url, from, ca: CERTIFICATE }).send(MAIL)
  const mail = await server.received()
  expect(server.logins).toEqual(['carnet'])
  expect(mail).toMatch(/^To: anne@epone\.fr\r$/m)
  expect(mail).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m)
  expect(mail).not.toMatch(/text\/html|https?:/)
  expect(textOf(mail).replaceAll('\r\n', '\n').trim()).toBe(MAIL.text)
})

test('STARTTLS is used when the server offers it', async () => {
  const server = await startMailServer()
  await smtpMailer({ url: `smtp://localhost:${server.port}`, from, ca: CERTIFICATE }).send(MAIL)
  expect(await server.received()).toContain('Subject: Entrer dans Carnet')
})

test.each(['smtps', 'smtp'])('a certificate that nobody vouches for stops the mail (%s)', async scheme => {
  const server = await startMailServer({ secure: scheme === 'smtps' })
  const url = `${scheme}://localhost:${server.port}?tls.rejectUnauthorized=false`
  await expect(smtpMailer({ url, from }).send(MAIL)).rejects.toThrow(/self.signed|certificate/i)
})

test('nothing leaves in clear for another machine', async () => {
  const server = await startMailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
  // This machine again, under a name that does not say so.
  const url = `smtp://[::ffff:127.0.0.1]:${server.port}`
  await expect(smtpMailer({ url, from }).send(MAIL)).rejects.toThrow(/STARTTLS/)
  await smtpMailer({ url: `smtp://localhost:${server.port}`, from }).send(MAIL)
  expect(await server.received()).toContain('anne@epone.fr')
})

test.each(['mail.epone.fr', 'http://mail.epone.fr', 'smtp://'])('« %s » is not a mail server', url => {
  expect(() => smtpMailer({ url, from })).toThrow(/SMTP_URL : j’attendais/)
})
