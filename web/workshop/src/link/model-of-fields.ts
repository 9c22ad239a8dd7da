import type { LinkPage } from '../../../../src/contract/link.ts'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import { departmentOf } from '../../../../src/core/places/communes/communes.ts'

/** The columns that a link asks, as the model of a form: what the whole model asks of other columns is not the holder's to know. */
export const modelOfLink = ({ fields, setTitle }: LinkPage): Model => ({
  id: 'lien',
  version: '',
  title: setTitle,
  description: '',
  kind: 'foreign',
  fields,
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
  missingValues: [''],
  fieldsMatch: 'sync',
  customChecks: [],
  remarks: [],
})

export const townOfLink = ({ town: { insee, name } }: LinkPage): Town => ({
  insee,
  name,
  postcodes: [],
  department: departmentOf(insee),
})
