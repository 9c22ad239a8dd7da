import type { KeyboardEvent } from 'react'
import { BOX_WORDS, type BoxState, type Wish } from '../../../../src/contract/wishes.ts'
import { Button, french, Icon } from '../design/index.ts'
import { DifficultySteps } from '../home/Difficulty.tsx'
import { DecisionMark, GradeMark } from './GradeMark.tsx'

interface WishRowProps {
  readonly wish: Wish
  /** Rank of the last line. */
  readonly last: number
  readonly onOpen: () => void
  /** `by`: the button that moved it, or the name of the line. */
  readonly onMove?: (to: number, by: 'up' | 'down' | 'title') => void
  readonly drag?: {
    readonly start: () => void
    readonly over: () => void
    readonly drop: () => void
    readonly end: () => void
  }
  readonly dropsHere: boolean
}

/** One line of the paper form. */
export function WishRow({ wish, last, onOpen, onMove, drag, dropsHere }: WishRowProps) {
  const { rank, title, slug, boxes, grade, decision } = wish
  /** Alt and an arrow, wherever one is on the line's buttons. */
  const keys =
    (by: 'up' | 'down' | 'title') =>
    (event: { key: string; altKey: boolean } & Pick<KeyboardEvent, 'preventDefault'>) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!event.altKey || step === undefined) return
      event.preventDefault()
      onMove?.(rank + step, by)
    }
  return (
    <tr
      className={`wish${dropsHere ? ' is-over' : ''}${decision?.value === 'no' ? ' is-out' : ''}`}
      {...(drag && {
        onDragOver: event => {
          event.preventDefault()
          drag.over()
        },
        onDrop: event => {
          event.preventDefault()
          drag.drop()
        },
      })}
    >
      <td className="wish-rank">
        <div className="wish-rank-inside">
          {drag && (
            <span
              className="wish-handle no-print"
              draggable
              aria-hidden
              onDragStart={event => {
                event.dataTransfer.setData('text/plain', title)
                drag.start()
              }}
              onDragEnd={drag.end}
            >
              <Icon name="drag" />
            </span>
          )}
          <span className="wish-number">{rank}</span>
          {onMove && (
            <span className="wish-moves no-print">
              <Button
                kind="quiet"
                size="small"
                icon="arrow-up"
                aria-label={`Monter ${title}`}
                data-move={`${slug} up`}
                isDisabled={rank === 1}
                onPress={() => onMove(rank - 1, 'up')}
                onKeyDown={keys('up')}
              />
              <Button
                kind="quiet"
                size="small"
                icon="arrow-down"
                aria-label={`Descendre ${title}`}
                data-move={`${slug} down`}
                isDisabled={rank === last}
                onPress={() => onMove(rank + 1, 'down')}
                onKeyDown={keys('down')}
              />
            </span>
          )}
        </div>
      </td>
      <th scope="row" className="wish-title">
        <button
          type="button"
          className="wish-open"
          aria-haspopup="dialog"
          data-move={`${slug} title`}
          onClick={onOpen}
          onKeyDown={keys('title')}
        >
          {title}
        </button>
        <AboutTheme wish={wish} />
      </th>
      <td className="wish-services">
        <span className="wish-label">Service : </span>
        {wish.service ? wish.service.name : <span className="soft">À choisir</span>}
        {wish.second && <span className="wish-second small"> puis {wish.second.name}</span>}
      </td>
      {boxes.map(box => (
        <BoxCell key={box.box} state={box} />
      ))}
      <td className="wish-grade">
        {grade.value ? (
          <GradeMark grade={grade.value} />
        ) : (
          <>
            <span className="wish-label">Évaluation : </span>
            <span className="soft">Pas encore</span>
          </>
        )}
      </td>
      <td className="wish-decision">
        <span className="wish-label">Décision : </span>
        {decision ? <DecisionMark decision={decision.value} /> : <span className="soft">À décider</span>}
        {decision?.why && <p className="small">{french(decision.why)}</p>}
      </td>
    </tr>
  )
}

const BoxCell = ({ state: { box, on, reason, byHand } }: { readonly state: BoxState }) => (
  <td className={on ? 'wish-box is-on' : 'wish-box'}>
    <span className="wish-box-mark" aria-hidden>
      {on && <Icon name="check" size={18} />}
    </span>
    <span className="wish-box-name">{BOX_WORDS[box]}</span>
    <span className="sr-only">
      {on ? 'Oui.' : 'Non.'} {byHand ? `Dit par ${byHand.by}.` : on && reason}
    </span>
  </td>
)

const KINDS: Readonly<Record<Wish['model']['kind'], string>> = {
  national: 'modèle national',
  carnet: 'modèle de Carnet',
  foreign: 'modèle venu d’ailleurs',
  town: 'modèle de la commune',
  none: 'modèle à faire',
}

/** « Thème 2, modèle national », and how hard it is. */
const AboutTheme = ({ wish: { theme, model } }: { readonly wish: Wish }) => (
  <p className="wish-about small soft">
    {theme ? `Thème ${theme.number}` : 'Thème à vous'} · {KINDS[model.kind]}
    {theme && (
      <>
        <DifficultySteps level={theme.difficulty} />
        <span className="sr-only">, difficulté {theme.difficulty} sur 4</span>
      </>
    )}
  </p>
)
