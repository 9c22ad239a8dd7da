import type { Field, Town } from '../models/model.ts'
import { roleOf } from '../recipe/roles.ts'
import { findColumn } from '../table/table.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'

interface Known {
  readonly value: string
  readonly reason: string
  readonly certain: boolean
}

/** Columns that speak of the town itself. */
const OWN = /coll|attribuant|acheteur|organisme|producteur|mairie/i

/** Columns that speak of somebody else: the code of the town is not the one of its suppliers. */
const ANOTHER = /fournisseur|beneficiaire|titulaire/i

/** What the town's card knows: its code, its name, its number. Only missing or wholly empty columns are filled. */
export function proposeConstants(draft: Draft, { model, options: { town } }: Context): void {
  if (!town) return
  // « Is X this column? » is asked: its answer may fill it.
  const pending = new Set(draft.steps.flatMap(({ step, off }) => (off && step.type === 'rename' ? [step.to] : [])))
  for (const field of model.fields.filter(({ name }) => !ANOTHER.test(name))) {
    const cells = draft.cells(field.name)
    if (cells?.some(text => text.trim() !== '')) {
      fillHoles(draft, field, town)
      continue
    }
    const known = pending.has(field.name) ? undefined : knownValue(field, town)
    if (!known) continue
    const step = { type: 'add-constant', column: field.name, value: known.value } as const
    const measure = { before: draft.table.rows.length, after: 0 }
    if (known.certain) draft.apply(step, `Écrire ${known.reason} dans « ${field.name} » : « ${known.value} ».`, measure)
    else draft.suggest(step, `Faut-il écrire ${known.reason}, « ${known.value} », dans « ${field.name} » ?`, measure)
  }
}

/** What the town's card says of a new row: what only the row's own owner knows (a shop's SIRET) is left to whoever types it. */
export function townConstant(field: Field, town: Town): Known | undefined {
  const known = ANOTHER.test(field.name) ? undefined : knownValue(field, town)
  if (known?.certain) return known
  return known && ['town', 'postcode'].includes(roleOf(field) ?? '') ? known : undefined
}

function knownValue(field: Field, town: Town): Known | undefined {
  const required = field.constraints.required === true
  switch (roleOf(field)) {
    case 'insee':
      return { value: town.insee, reason: 'le code INSEE de votre commune', certain: true }
    case 'town':
      return { value: town.name, reason: 'le nom de votre commune', certain: required }
    case 'postcode':
      if (town.postcodes.length !== 1) return undefined
      return { value: town.postcodes[0]!, reason: 'le code postal de votre commune', certain: required }
    case 'siret':
      if (!town.siret || !(OWN.test(field.name) || required)) return undefined
      return { value: town.siret, reason: 'le SIRET de votre commune', certain: OWN.test(field.name) }
    case 'siren':
      if (!town.siren || !(OWN.test(field.name) || required)) return undefined
      return { value: town.siren, reason: 'le SIREN de votre commune', certain: OWN.test(field.name) }
    case 'name':
      if (!OWN.test(field.name)) return undefined
      return {
        value: `Commune de ${town.name}`.replace(/ de (?=[AEIOUYÀÂÉÈÊËÎÏÔÙÛÜ])/, ' d’'),
        reason: 'le nom de votre collectivité',
        certain: false,
      }
    default:
      return undefined
  }
}

/** A few holes in a column that says everywhere else the town's own code. */
function fillHoles(draft: Draft, field: Field, town: Town): void {
  if (roleOf(field) !== 'insee') return
  const cells = findColumn(draft.table, field.name)!.cells
  const holes = cells.filter(text => text.trim() === '').length
  if (holes === 0 || !cells.every(text => text.trim() === '' || text === town.insee)) return
  draft.apply(
    { type: 'fill', column: field.name, value: town.insee },
    `Compléter « ${field.name} » avec le code INSEE de votre commune, comme dans les autres lignes.`,
    { before: holes, after: 0 },
  )
}
