import { Link } from 'react-router'
import { KIT_GROUPS, type KitGroup, type KitPiece } from '../../../../src/contract/kit.ts'
import { Badge } from '../design/index.ts'

const TITLES: Readonly<Record<KitGroup, readonly [string, string]>> = {
  plan: ['Le plan', 'Trois objectifs, quatre cibles, et ce qu’on fait avant, pendant et après.'],
  internal: ['Dans la mairie', 'Dans cet ordre : les élus, la direction et les chefs de service, puis les agents.'],
  public: ['Vers le public et les entreprises', 'La presse, le site, les courriels.'],
  networks: ['Réseaux et application', 'Chacun à sa longueur.'],
  poster: ['Affiche', 'À imprimer pour l’accueil et les lieux publics.'],
}

/** Every text, by whom it speaks to. */
export const PieceGroups = ({ pieces }: { readonly pieces: readonly KitPiece[] }) =>
  KIT_GROUPS.map(group => {
    const ours = pieces.filter(piece => piece.group === group)
    if (ours.length === 0) return null
    const [title, sentence] = TITLES[group]
    return (
      <section key={group} className="stack" aria-labelledby={`kit-${group}`}>
        <div>
          <h2 id={`kit-${group}`}>{title}</h2>
          <p className="soft">{sentence}</p>
        </div>
        <ul className="kit-pieces">
          {ours.map(piece => (
            <PieceCard key={piece.name} piece={piece} />
          ))}
        </ul>
      </section>
    )
  })

function PieceCard({ piece }: { readonly piece: KitPiece }) {
  return (
    <li className="card kit-piece">
      <h3>
        <Link to={`/faire-savoir/${piece.name}`}>{piece.title}</Link>
      </h3>
      <p className="small soft">{piece.purpose}</p>
      <p className="kit-piece-state">
        {piece.newProposal !== undefined ? (
          <Badge kind="attention" icon="attention">
            Vos jeux ont changé depuis
          </Badge>
        ) : (
          piece.version > 0 && (
            <Badge kind="ok" icon="edit">
              Écrit par {piece.writtenBy}
            </Badge>
          )
        )}
      </p>
    </li>
  )
}
