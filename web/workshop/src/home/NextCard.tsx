import { Link } from 'react-router'
import type { Home } from '../../../../src/contract/sets.ts'
import { Village } from '../app/Village.tsx'
import { french, Icon, LinkButton } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import { inWorkshop } from './in-workshop.ts'

/** The one next thing to do, larger than anything else on the page. */
export function NextCard({ title, sentence, href, action, inbox }: Home['next'] & { readonly inbox: number }) {
  return (
    <section className="next" aria-labelledby="suite">
      <div className="next-words">
        <p className="next-kicker">La prochaine chose à faire</p>
        <h2 id="suite">{french(title)}</h2>
        <p className="next-sentence">{french(sentence)}</p>
        <LinkButton to={inWorkshop(href)} kind="primary" size="large" after="arrow-right">
          {action}
        </LinkButton>
        {inbox > 0 && (
          <p className="next-inbox">
            <Icon name="inbox" size={18} />
            <Link to="/fichiers">{counted(inbox, 'fichier reçu', 'fichiers reçus')} à ranger</Link>
          </p>
        )}
      </div>
      <div className="next-picture">
        <Village />
      </div>
    </section>
  )
}
