import type { Mail, Mailer, MailFile } from './mailer.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

export interface SmtpOptions {
  /** `smtps://user:password@host` or `smtp://…:587`. Nothing leaves this machine in clear: without TLS from the start, STARTTLS is demanded. */
  readonly url: string
  /** « Carnet d’Épône <carnet@epone.fr> » */
  readonly from: string
  /** A certificate authority of the town's own, PEM. Certificates are always verified. */
  readonly ca?: string | undefined
}

/** Sends by the town's mail server. The package is loaded at the first mail. */
export function smtpMailer({ url, from, ca }: SmtpOptions): Mailer {
  const server = parseUrl(url, ca)
  let transport: Promise<{ sendMail(mail: Sent): Promise<unknown> }> | undefined
  return {
    sends: true,
    async send({ attachments = [], ...mail }) {
      transport ??= import('nodemailer').then(({ createTransport }) => createTransport(server))
      await (await transport).sendMail({ ...mail, from, attachments: [...attachments] })
    },
  }
}

/** As the package takes it: its lists are its own. */
type Sent = Omit<Mail, 'attachments'> & { readonly from: string; readonly attachments: MailFile[] }

/** Read here, not by the package: nothing in the address can turn the verification off. */
function parseUrl(text: string, ca: string | undefined) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw new RangeError('SMTP_URL : j’attendais smtps://NOM:MOTDEPASSE@SERVEUR ou smtp://SERVEUR:587.')
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !LOOPBACK.has(url.hostname),
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    tls: { rejectUnauthorized: true, ...(ca !== undefined && { ca }) },
    connectionTimeout: 15_000,
    socketTimeout: 30_000,
  }
}
