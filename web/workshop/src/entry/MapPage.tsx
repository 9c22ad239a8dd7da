import { useCallback, useMemo, useRef, useState } from 'react'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { useSession } from '../api/index.ts'
import { announce, Button, EmptyState, LinkButton, Notice, Skeleton, toast } from '../design/index.ts'
import { AddressSearch } from '../map/AddressSearch.tsx'
import { MapView } from '../map/MapView.tsx'
import { openingOf } from '../map/opening.ts'
import { useTownPlaces } from '../map/use-town-places.ts'
import { namesOfPoint, pointFields } from './form.ts'
import { PointList } from './PointList.tsx'
import { type Doing, type Placed, PointSheet } from './PointSheet.tsx'
import { pinsOf } from './pins.ts'
import { cellsOfSpot } from './place.ts'
import { Refused } from './Refused.tsx'
import { nameOfRow } from './row-name.ts'
import type { SetRow } from './set-rows.ts'
import { useSetRows } from './use-set-rows.ts'

/** The set on a map: its points, the same ones in a list, and new ones placed by hand, by address or with the keyboard. */
export default function MapPage() {
  const rows = useSetRows()
  const { model, state } = rows
  if (!model) return rows.problem ? <Notice kind="attention">{rows.problem}</Notice> : <Skeleton lines={8} />
  const point = pointFields(model.fields)
  if (!point)
    return (
      <EmptyState
        icon="pin"
        title="Ce modèle ne dit pas où sont les choses"
        acts={<LinkButton to={`/jeux/${state.slug}/saisie`}>Saisir sans la carte</LinkButton>}
      >
        Il n’a pas de colonne pour une position : rien ne peut être placé sur une carte.
      </EmptyState>
    )
  return <PlacedSet {...rows} model={model} point={point} />
}

function PlacedSet(set: Placed) {
  const { model, point, rows } = set
  const { town: card } = useSession()
  const { town, addresses } = useTownPlaces(card)
  const [doing, setDoing] = useState<Doing>({ type: 'look' })
  const [inHand, setInHand] = useState<Spot>()
  const [target, setTarget] = useState<Spot>()
  const [inFocus, setInFocus] = useState<string>()
  const pins = useMemo(() => pinsOf(rows, model, point, town), [rows, model, point, town])
  const ready = set.complete && (card.addresses === undefined || addresses !== undefined)
  const frame = useRef<HTMLDivElement>(null)
  const focusMap = () => frame.current?.querySelector<HTMLElement>('[role="application"]')?.focus()
  const look = useCallback(() => {
    setDoing({ type: 'look' })
    setInHand(undefined)
  }, [])

  const moveRow = (row: SetRow, spot: Spot) => {
    const was = Object.fromEntries(namesOfPoint(point).map(name => [name, row.cells[name] ?? '']))
    const moved = { ...row.cells, ...cellsOfSpot(point, spot) }
    set.change(row, moved)
    look()
    toast({
      text: `« ${nameOfRow(row.cells, model, [])} » déplacé.`,
      action: { label: 'Annuler', run: () => set.change({ ...row, cells: moved }, { ...row.cells, ...was }) },
    })
  }
  const place = (spot: Spot) => {
    if (doing.type === 'move') return moveRow(doing.row, spot)
    setInHand(spot)
    setDoing({ type: 'new' })
  }
  const startMove = (row: SetRow, spot: Spot | undefined) => {
    setDoing({ type: 'move', row })
    setInHand(spot)
    if (spot) setTarget({ ...spot })
    announce('Touchez le nouvel endroit, ou déplacez la carte avec les flèches puis appuyez sur Entrée. Échap annule.')
    focusMap()
  }

  return (
    <div className="stack">
      <div className="row row-between">
        <h2>
          {doing.type === 'move' ? `Déplacer « ${nameOfRow(doing.row.cells, model, [])} »` : 'Placer sur la carte'}
        </h2>
        {doing.type === 'move' ? (
          <Button size="small" onPress={look}>
            Ne pas déplacer
          </Button>
        ) : (
          <LinkButton to={`/jeux/${set.state.slug}/saisie`} icon="edit" size="small">
            Saisir sans la carte
          </LinkButton>
        )}
      </div>
      <Refused pending={set.pending} forget={set.forget} />
      {addresses && (
        <AddressSearch
          addresses={addresses}
          town={town}
          onFound={(spot, label) => {
            setTarget({ ...spot })
            announce(`La carte montre ${label}.`)
            place(spot)
          }}
        />
      )}
      <div className="map-page" ref={frame}>
        {ready ? (
          <MapView
            label={`Carte de ${town.name}, ${pins.length} points`}
            opening={openingOf(
              undefined,
              town,
              pins.map(({ spot }) => spot),
            )}
            {...{ pins, inFocus, inHand, target, addresses }}
            box={town.box}
            onPlace={place}
            onMove={spot => (doing.type === 'move' ? moveRow(doing.row, spot) : setInHand(spot))}
            onCancel={() => doing.type === 'move' && look()}
            onOpen={id => openRow(rows, id, setDoing)}
          />
        ) : (
          <Skeleton lines={8} />
        )}
        <PointList
          {...{ rows, pins, model, point, town, saving: set.saving }}
          onLook={(id, spot) => {
            setInFocus(id)
            if (spot) setTarget({ ...spot })
          }}
          onEdit={row => setDoing({ type: 'edit', row })}
          onMove={startMove}
        />
      </div>
      <PointSheet {...{ set, doing, inHand, town, addresses }} onClose={look} />
    </div>
  )
}

function openRow(rows: readonly SetRow[], id: string, setDoing: (doing: Doing) => void): void {
  const row = rows.find(one => one.id === id)
  if (row) setDoing({ type: 'edit', row })
}
