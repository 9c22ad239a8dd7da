import type { LetterCard } from '../../../../src/contract/letters.ts'
import { Icon } from '../design/index.ts'

/** A mail, word for word as it leaves. */
export const LetterView = ({ letter }: { readonly letter: LetterCard }) => (
  <div className="letter">
    <dl className="letter-head">
      <div>
        <dt>À</dt>
        <dd>
          {letter.to.name}
          {letter.to.mail && <span className="soft"> · {letter.to.mail}</span>}
        </dd>
      </div>
      <div>
        <dt>Objet</dt>
        <dd>{letter.subject}</dd>
      </div>
      {letter.attachments.map(({ name, size }) => (
        <div key={name}>
          <dt>Pièce jointe</dt>
          <dd>
            <Icon name="file" size={16} /> {name} <span className="small soft">({Math.ceil(size / 1024)} Ko)</span>
          </dd>
        </div>
      ))}
    </dl>
    <p className="letter-body">{letter.body}</p>
    {letter.message && <p className="small letter-message">{letter.message}</p>}
  </div>
)
