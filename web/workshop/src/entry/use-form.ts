import { useMemo } from 'react'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import type { Values } from './check-row.ts'
import { type Form, formOf } from './form.ts'
import { nextId } from './next-id.ts'
import { givenIds } from './set-rows.ts'
import { today } from './today.ts'
import type { SetRows } from './use-set-rows.ts'

/** A row taken up again has its own identifier and its own day: nothing is filled for it. */
export function useForm(
  { model, state, rows }: SetRows & { readonly model: Model },
  town: Town,
  edited: boolean,
): Form {
  return useMemo(() => {
    if (edited) return formOf(model.fields, { today: today() })
    const rule = model.idRule
    const id = rule && nextId(model, town.insee, givenIds(rule.field, state, rows))
    return formOf(model.fields, {
      today: today(),
      town,
      ...(rule && id && { nextId: { field: rule.field, value: id } }),
    })
  }, [model, state, rows, town, edited])
}

/** Cells that the person emptied: the form leaves them out of the row. */
export const emptied = (before: Values, values: Values): Values =>
  Object.fromEntries(Object.keys(before).flatMap(name => (values[name] === '' ? [[name, ''] as const] : [])))
