export interface Mail {
  readonly to: string
  readonly subject: string
  /** Plain French: nothing remote is loaded, nothing is hidden behind a word. */
  readonly text: string
  /** Files that go with it. */
  readonly attachments?: readonly MailFile[]
}

export interface MailFile {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

/** Sends mails. `sends` is false when no mail server is set: mails are then printed for whoever keeps this Carnet. */
export interface Mailer {
  readonly sends: boolean
  send(mail: Mail): Promise<void>
}

/** Prints what it cannot send. */
export const printingMailer = (print: (text: string) => void): Mailer => ({
  sends: false,
  async send({ to, subject, text }) {
    print(`\nCourriel pour ${to} (aucun serveur de courriel n’est réglé)\n${subject}\n\n${text}\n`)
  },
})
