import { useMemo } from 'react'
import { NODE_KINDS, type RegisterNode } from '../../../../src/contract/register.ts'
import { KIND_GLYPHS } from '../../../../src/core/town/register/glyphs.ts'
import { labelOf } from '../../../../src/core/town/register/label.ts'
import { BOX, type Box, type Link, layoutMap } from '../../../../src/core/town/register/layout.ts'
import { DASHES, radius } from '../../../../src/core/town/register/map-svg.ts'
import { STATUS_SHAPES } from '../../../../src/core/town/register/status.ts'
import { ROOT } from '../../../../src/core/town/register/tree.ts'
import { Button } from '../design/index.ts'
import { Glyph } from './Glyph.tsx'
import { type Drag, useCamera } from './use-camera.ts'
import type { View } from './use-register.ts'
import { EDGE_WORDS, KIND_WORDS } from './words.ts'

interface Props {
  readonly town: string
  readonly view: View
  /** A box was dropped on another, or on the town (undefined); absent for who only reads. */
  readonly onMove?: ((box: Box<RegisterNode>, to: string | undefined) => void) | undefined
}

/** The mind map: drag to look around, drag a box onto another to move it. The list beside says the same to who does not see it. */
export function RegisterMap({ town, view, onMove }: Props) {
  const { tree, folded, fold, selected, select } = view
  const layout = useMemo(() => layoutMap(tree, { label: labelOf(town), folded }), [tree, folded, town])
  const chosen = layout.boxes.find(({ node }) => node && node.id === selected?.id)
  const camera = useCamera(layout, chosen, {
    onPress: target => {
      const key = target.closest('[data-fold]')?.getAttribute('data-fold')
      const id = target.closest('[data-node]')?.getAttribute('data-node')
      if (key) fold(key)
      else if (id) select(id)
    },
    ...(onMove && {
      onDrop: (from: string, to: string) => {
        const [moved, target] = [from, to].map(key => layout.boxes.find(box => box.key === key))
        if (moved?.node && target && (target.node || target.key === ROOT)) onMove(moved, target.node?.id)
      },
    }),
  })
  const { x, y, scale } = camera.now
  return (
    <div className="rg-map">
      <div className="rg-map-tools">
        <p className="small soft">
          {onMove ? 'Faites glisser une case sur une autre pour la déplacer. ' : ''}Ctrl et la molette agrandissent.
        </p>
        <Button size="small" icon="plus" aria-label="Agrandir" onPress={() => camera.by(1.25)} />
        <Button size="small" icon="minus" aria-label="Réduire" onPress={() => camera.by(0.8)} />
        <Button size="small" onPress={camera.all}>
          Tout voir
        </Button>
      </div>
      <section
        className="rg-map-frame"
        ref={camera.frame}
        aria-label="Carte. Flèches pour se déplacer, plus et moins pour agrandir et réduire, zéro pour tout voir."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the map, as they scroll a page.
        tabIndex={0}
        {...camera.handlers}
      >
        <svg role="img" aria-label={`Carte de ${layout.boxes.length - 1} cases, les mêmes que dans la liste`}>
          <g transform={`translate(${x} ${y}) scale(${scale})`}>
            {layout.links.map(link => (
              <LinkPath key={link.key} link={link} />
            ))}
            {layout.boxes.map(box => (
              <BoxDrawing key={box.key} box={box} isChosen={box === chosen} drag={camera.drag} />
            ))}
          </g>
        </svg>
      </section>
      <Legend />
    </div>
  )
}

/** What shapes and lines mean. */
const Legend = () => (
  <ul className="rg-legend" aria-label="Légende">
    {NODE_KINDS.map(kind => (
      <li key={kind}>
        <Glyph kind={kind} /> {KIND_WORDS[kind]}
      </li>
    ))}
    {(['backup', 'asked'] as const).map(kind => (
      <li key={kind}>
        <svg width={34} height={6} aria-hidden="true">
          <path className={`rg-link rg-link-${kind} rg-link-extra`} d="M0 3H34" strokeDasharray={DASHES[kind]} />
        </svg>{' '}
        {EDGE_WORDS[kind]}
      </li>
    ))}
  </ul>
)

const LinkPath = ({ link: { path, kind, extra } }: { readonly link: Link }) => (
  <path
    className={`rg-link rg-link-${kind}${extra ? ' rg-link-extra' : ''}`}
    d={path}
    strokeDasharray={DASHES[kind] || undefined}
  />
)

interface BoxProps {
  readonly box: Box<RegisterNode>
  readonly isChosen: boolean
  readonly drag: Drag | undefined
}

function BoxDrawing({ box, isChosen, drag }: BoxProps) {
  const { node, key, width, height, lines, note, side, hidden, foldable } = box
  const kind = node?.kind ?? (key === ROOT ? 'town' : 'group')
  const left = node ? BOX.icon + 2 * BOX.pad : 2 * BOX.pad
  const isDragged = drag?.key === key
  const [x, y] = isDragged ? [box.x + drag.dx, box.y + drag.dy] : [box.x, box.y]
  const noteAt = BOX.pad + 15 + lines.length * BOX.line
  return (
    <g
      className={`rg-box rg-box-${kind}${isChosen ? ' is-chosen' : ''}${isDragged ? ' is-dragged' : ''}${drag?.over === key ? ' is-target' : ''}`}
      transform={`translate(${x} ${y})`}
      data-box={key}
      {...(node && { 'data-node': node.id })}
    >
      <rect width={width} height={height} rx={radius(box, node?.kind)} />
      {node && (
        <path
          className="rg-box-glyph"
          transform={`translate(${BOX.pad} ${height / 2 - 9})`}
          d={KIND_GLYPHS[node.kind]}
        />
      )}
      {lines.map((line, n) => (
        <text key={line + String(n)} className="rg-box-name" x={left} y={BOX.pad + 15 + n * BOX.line}>
          {line}
        </text>
      ))}
      {note !== '' && (
        <g className={node?.status ? `rg-status-${node.status}` : undefined}>
          {node?.status && (
            <path
              transform={`translate(${left} ${noteAt - 11}) scale(.86)`}
              fillRule="evenodd"
              d={STATUS_SHAPES[node.status]}
            />
          )}
          <text className="rg-box-note" x={node?.status ? left + 17 : left} y={noteAt}>
            {note}
          </text>
        </g>
      )}
      {foldable && (
        <g className="rg-fold" data-fold={key} transform={`translate(${side < 0 ? 0 : width} ${height / 2})`}>
          <title>{hidden > 0 ? `Montrer les ${hidden} cases repliées` : 'Replier'}</title>
          <circle r={11} />
          <text textAnchor="middle" y={4.5}>
            {hidden > 0 ? hidden : '−'}
          </text>
        </g>
      )}
    </g>
  )
}
