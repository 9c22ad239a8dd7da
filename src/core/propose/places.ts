import type { Field } from '../models/model.ts'
import { roleOf } from '../recipe/roles.ts'
import type { Recipe } from '../recipe/step.ts'
import { findColumn } from '../table/table.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'

/** Coordinates from the town's address file, for the rows that have an address and no point. */
export function proposeGeocode(draft: Draft, { model, options }: Context): void {
  const one = (role: string) => model.fields.find(field => roleOf(field) === role)
  const target = targetOf(one('longitude'), one('latitude'), one('lonlat'))
  if (!options.addresses || !target) return
  const address = ['house-number', 'street', 'address', 'postcode', 'town']
    .flatMap(role => one(role)?.name ?? [])
    .filter(name => draft.cells(name)?.some(text => text.trim() !== ''))
  if (
    !address.some(name =>
      ['street', 'address'].includes(roleOf(model.fields.find(field => field.name === name)!) ?? ''),
    )
  )
    return
  const holes = (table = draft.table) =>
    table.rows.filter((_, row) =>
      target.columns.some(name => (findColumn(table, name)?.cells[row] ?? '').trim() === ''),
    ).length
  const before = holes()
  if (before === 0) return
  const step = { type: 'geocode', address, ...target, addresses: options.addressesName ?? '' } as const
  draft.apply(
    step,
    `Chercher les coordonnées de ${before} lieux dans le fichier des adresses ; un lieu trouvé sans doute est placé, les autres sont demandés.`,
    {
      before,
      after: holes(draft.attempt(step)),
    },
  )
}

function targetOf(longitude: Field | undefined, latitude: Field | undefined, lonlat: Field | undefined) {
  if (longitude && latitude) return { into: 'lat-lon', columns: [latitude.name, longitude.name] } as const
  return lonlat ? ({ into: 'lonlat', columns: [lonlat.name] } as const) : undefined
}

/** Identifiers by the model's rule, for the rows that have none. */
export function proposeIds(draft: Draft, { model, options: { town, earlier } }: Context): void {
  const rule = model.idRule
  if (!rule || (rule.pattern.includes('{insee}') && !town)) return
  const cells = draft.cells(rule.field)
  const before = cells ? cells.filter(text => text.trim() === '').length : draft.table.rows.length
  if (before === 0) return
  draft.apply(
    {
      type: 'generate-ids',
      column: rule.field,
      pattern: rule.pattern,
      ...(town && { insee: town.insee }),
      ...assignedBefore(earlier, rule.field),
    },
    `Donner un identifiant à ${before === 1 ? 'la ligne qui n’en a pas' : `${before} lignes qui n’en ont pas`}, selon la règle du modèle.`,
    { before, after: 0 },
  )
}

/** Ids already given are kept by their rows, and never given to others. */
function assignedBefore(earlier: Recipe | undefined, column: string) {
  const step = earlier?.steps.map(one => one.step).find(one => one.type === 'generate-ids' && one.column === column)
  return step?.type === 'generate-ids' && step.assigned ? { assigned: step.assigned } : {}
}
