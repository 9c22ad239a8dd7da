import type { ShownMail } from '../../../../src/contract/coach.ts'

/** A mail as it will leave, word for word. */
export const MailShown = ({ mail: { to, subject, text } }: { readonly mail: ShownMail }) => (
  <article className="coach-mail" aria-label={`Courriel pour ${to}`}>
    <p className="small">
      <span className="soft">À</span> {to}
    </p>
    <p>
      <strong>{subject}</strong>
    </p>
    <p className="coach-mail-text">{text}</p>
  </article>
)
