import type { PublishedVersion } from '../published.ts'

type Json = Readonly<Record<string, unknown>>

/** The columns of a version as Table Schema v2 (datapackage.org): the model's own schema, frozen with the version. */
export function tableSchema({ schema }: Pick<PublishedVersion, 'schema'>): Json {
  // Of a version the columns are exactly those of the schema: how a file may differ from it is the model's matter.
  const { $schema: _, fieldsMatch: __, fields, primaryKey, foreignKeys: ___, ...rest } = schema
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    ...rest,
    fields: fields as readonly Json[],
    ...(primaryKey !== undefined && { primaryKey: [primaryKey].flat() }),
  }
}
