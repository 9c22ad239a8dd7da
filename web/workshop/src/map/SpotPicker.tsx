import { useMemo, useState } from 'react'
import type { Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { announce, Button, Notice } from '../design/index.ts'
import { placeFault } from '../entry/place.ts'
import { AddressSearch } from './AddressSearch.tsx'
import { MapView } from './MapView.tsx'
import { openingOf } from './opening.ts'

interface SpotPickerProps {
  readonly start?: Spot | undefined
  readonly town?: Town | undefined
  readonly addresses?: AddressIndex | undefined
  readonly onPick: (spot: Spot) => void
}

/** One place on a map, for one row. */
export default function SpotPicker({ start, town, addresses, onPick }: SpotPickerProps) {
  const [spot, setSpot] = useState(start)
  const [target, setTarget] = useState<Spot>()
  const opening = useMemo(() => openingOf(start, town, []), [start, town])
  const fault = spot && placeFault(spot, town)
  const put = (where: Spot) => {
    setSpot(where)
    announce('Point placé. Validez avec « Garder cette position ».')
  }
  return (
    <div className="stack">
      {addresses && (
        <AddressSearch
          addresses={addresses}
          town={town}
          onFound={where => {
            put(where)
            setTarget(where)
          }}
        />
      )}
      <MapView
        label="Carte pour placer la ligne"
        pins={[]}
        {...{ opening, target, addresses }}
        inHand={spot}
        box={town?.box}
        onPlace={put}
        onMove={put}
      />
      {fault && (
        <Notice kind="attention" live>
          {fault}
        </Notice>
      )}
      <div className="c-dialog-acts">
        <Button kind="primary" icon="check" isDisabled={!spot} onPress={() => spot && onPick(spot)}>
          Garder cette position
        </Button>
      </div>
    </div>
  )
}
