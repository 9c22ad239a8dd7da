import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { CERTIFICATE, KEY } from './certificate-for-tests.ts'

export interface TestMailServer {
  readonly port: number
  /** The next mail, as it arrived: headers and text. */
  received(): Promise<string>
  readonly logins: string[]
}

/** A mail server on this machine, that speaks SMTP and keeps what it receives; stopped after the test. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const [mails, waiting, logins]: [string[], ((mail: string) => void)[], string[]] = [[], [], []]
  const server = new SMTPServer({
    authOptional: true,
    key: KEY,
    cert: CERTIFICATE,
    onAuth: ({ username = '' }, _, done) => {
      logins.push(username)
      done(null, { user: username })
    },
    onData: (stream, _, done) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString('utf8')
        const next = waiting.shift()
        if (next) next(mail)
        else mails.push(mail)
        done()
      })
    },
    ...options,
  })
  // A client that goes away in the middle of a handshake is what some tests look for.
  server.on('error', () => undefined)
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    logins,
    received: () => {
      const mail = mails.shift()
      return mail === undefined ? new Promise(resolve => waiting.push(resolve)) : Promise.resolve(mail)
    },
  }
}

/** The text of a received mail, its line breaks and accents put back. */
export function textOf(mail: string): string {
  const [head = '', ...body] = mail.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
