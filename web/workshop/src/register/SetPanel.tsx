import type { GraphEdge } from '../../../../src/core/town/register/graph.ts'
import { LinkButton } from '../design/index.ts'
import { Status } from './Glyph.tsx'
import type { PanelProps } from './NodePanel.tsx'
import { Place, Places } from './Places.tsx'

/** A data set: where it stands, who holds it, who stands in, where the public finds it. */
export function SetPanel({ register, node, acts, mayWrite, onPick, onSelect }: PanelProps) {
  const into = register.edges.filter(({ to }) => to === node.id)
  const place = (edge: GraphEdge) => (
    <Place key={edge.id} edge={edge} other={edge.from} {...{ register, acts, mayWrite, onSelect }} />
  )
  return (
    <div className="stack">
      {node.status && (
        <p>
          <Status status={node.status} />
        </p>
      )}
      <Places
        title="Qui le détient"
        empty="Personne n’est indiqué. C’est la première question à poser."
        {...(mayWrite && { act: { label: 'Dire qui le détient', run: () => onPick({ what: 'holder', node }) } })}
      >
        {into.filter(({ kind }) => kind !== 'backup').map(place)}
      </Places>
      <Places
        title="Qui supplée"
        empty="Personne. Le jour où la personne est absente, qui peut répondre ?"
        {...(mayWrite && {
          act: { label: 'Ajouter un suppléant ou une suppléante', run: () => onPick({ what: 'backup', node }) },
        })}
      >
        {into.filter(({ kind }) => kind === 'backup').map(place)}
      </Places>
      {node.set && (
        <div className="row">
          <LinkButton to={`/jeux/${node.set.slug}`} after="arrow-right">
            Ouvrir le jeu
          </LinkButton>
          {node.set.published && (
            <a href={node.set.published} target="_blank" rel="noreferrer">
              Page publique
            </a>
          )}
        </div>
      )}
    </div>
  )
}
