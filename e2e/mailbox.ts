import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { CERTIFICATE, KEY } from '../src/adapters/mail/certificate-for-tests.ts'
import { textOf } from '../src/adapters/mail/smtp-server-for-tests.ts'

/** The town's mail server and everybody's mailbox: SMTP over TLS, with a certificate that the settings vouch for. */
export class Mailbox {
  readonly #folder = mkdtempSync(join(tmpdir(), 'carnet-mail-'))
  readonly #mails: string[] = []
  readonly #server = new SMTPServer({
    secure: true,
    authOptional: true,
    key: KEY,
    cert: CERTIFICATE,
    onData: (stream, _, done) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        this.#mails.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })

  async open(): Promise<NodeJS.ProcessEnv> {
    await new Promise<void>(resolve => void this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.server.address() as AddressInfo
    const ca = join(this.#folder, 'ca.pem')
    writeFileSync(ca, CERTIFICATE)
    return { SMTP_URL: `smtps://localhost:${port}`, SMTP_CA: ca, MAIL_FROM: 'Carnet <carnet@exemple.fr>' }
  }

  /** The text of the last mail to this address since the last time one was looked at. */
  async next(to: string): Promise<string> {
    for (let tries = 0; tries < 600; tries++) {
      const at = this.#mails.findLastIndex(mail => mail.includes(`To: ${to}`))
      if (at >= 0) return textOf(this.#mails.splice(at, 1)[0]!)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`no mail came for ${to}`)
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => this.#server.close(() => resolve()))
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
