import type { Model, Town } from '../../../../src/core/models/model.ts'
import type { Pin } from '../map/town-map.ts'
import type { PointFields } from './form.ts'
import { placeFault, spotOf } from './place.ts'
import { nameOfRow } from './row-name.ts'
import type { SetRow } from './set-rows.ts'

/** A pin a row that says where it is. */
export const pinsOf = (rows: readonly SetRow[], model: Model, point: PointFields, town: Town): Pin[] =>
  rows.flatMap(({ id, cells }) => {
    const spot = spotOf(point, cells)
    return spot ? [{ id, spot, title: nameOfRow(cells, model, []), odd: placeFault(spot, town) !== undefined }] : []
  })
