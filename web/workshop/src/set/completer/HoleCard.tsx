import { Badge, HelpTip, LinkButton } from '../../design/index.ts'
import { titleOf } from '../colonnes/words.ts'
import { cellAddress } from '../shared/cell-address.ts'
import { counted, numbered, quoted } from '../shared/words.ts'
import type { ColumnHoles } from './holes.ts'
import { WayLine } from './WayLine.tsx'

/** One column: how many cells are empty, what it means, and the ways to fill them. */
export function HoleCard({ hole }: { readonly hole: ColumnHoles }) {
  const { field, required, empty, rows, ways, constant } = hole
  const title = titleOf(field)
  const all = empty === rows
  return (
    <li className="card stack stack-tight hole">
      <div className="row row-between">
        <div className="row">
          <h4>{title}</h4>
          <HelpTip about={title} meaning={field.meaning ?? field.description ?? title} example={field.examples[0]} />
        </div>
        <Badge kind={required ? 'attention' : 'neutral'}>
          {all ? 'toute la colonne' : `${counted(empty, 'case vide', 'cases vides')} sur ${numbered(rows)}`}
        </Badge>
      </div>
      <p className="soft">{field.meaning ?? field.description}</p>
      {constant && <p className="small">{quoted(constant.value)} est déjà écrit où c’était vide.</p>}
      {ways.map(way => (
        <WayLine key={way.type} way={way} field={field} empty={empty} />
      ))}
      <p>
        <LinkButton kind="quiet" size="small" after="arrow-right" to={cellAddress(2, field.name)}>
          Remplir case par case<span className="sr-only"> : {title}</span>
        </LinkButton>
      </p>
    </li>
  )
}
