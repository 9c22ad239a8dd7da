// Extracts the facts of national Table Schemas: node scripts/import-models.mjs FOLDER
// FOLDER holds one folder a schema, as the registry schema.data.gouv.fr has them. Writes models/ID/schema.json: names, types, formats, constraints
// (where the schema put them), lists, custom checks, version, origin. Sentences written by the schema's authors are not taken: Carnet writes its own in carnet.json.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [from] = process.argv.slice(2)
if (!from) throw new Error('usage: node scripts/import-models.mjs FOLDER')

/** The registry's number, where the file itself still carries an older one (docs/decisions/0003). */
const REGISTRY_VERSION = {
  'schema-lieux-covoiturage': '0.3.1',
  'schema-irve-statique': '2.3.1',
  'schema-irve-dynamique': '2.3.1',
  'schema-arrete-circulation-marchandises': '0.9.2',
}
/** Belgian schemas, and the landscape atlas, which departments and the State fill. */
const LEFT_OUT = /^futurocite-|^dynamique$/
const SCHEMA_KEYS = [
  'name',
  'version',
  'homepage',
  'path',
  'created',
  'lastModified',
  'missingValues',
  'primaryKey',
  'foreignKeys',
  'fieldsMatch',
  'custom_checks',
]
const FIELD_KEYS = [
  'name',
  'type',
  'format',
  'constraints',
  'contraints',
  'enum',
  'pattern',
  'trueValues',
  'falseValues',
  'missingValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'arrayItem',
  'items',
  'nullable',
  'minProperties',
  'maxProperties',
  'floatNumber',
  'delimiter',
  'itemType',
  'categories',
]

const pick = (object, keys) => Object.fromEntries(keys.filter(key => key in object).map(key => [key, object[key]]))
const factsOfField = field => {
  const facts = pick(field, FIELD_KEYS)
  if (facts.arrayItem) facts.arrayItem = pick(facts.arrayItem, FIELD_KEYS)
  return facts
}
const licence = ({ licenses }) => licenses?.map(({ name, title, path }) => ({ name: name ?? title, path }))
const facts = (schema, id) => ({
  $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
  ...pick(schema, SCHEMA_KEYS),
  version: REGISTRY_VERSION[id] ?? schema.version,
  custom_checks: schema.custom_checks?.map(({ name, params }) => ({ name, params })),
  licenses: licence(schema),
  fields: schema.fields.map(factsOfField),
})

const isTableSchema = json => Array.isArray(json?.fields)
for (const id of readdirSync(from).sort()) {
  if (LEFT_OUT.test(id)) continue
  const name = readdirSync(join(from, id)).find(file => /^(schema|schema-statique|schema-dynamique)\.json$/.test(file))
  if (!name) continue
  const schema = JSON.parse(readFileSync(join(from, id, name), 'utf8'))
  if (!isTableSchema(schema)) continue
  const folder = join('models', id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'schema.json'), `${JSON.stringify(facts(schema, id), null, 1)}\n`)
  if (!existsSync(join(folder, 'carnet.json')))
    writeFileSync(join(folder, 'carnet.json'), `${JSON.stringify({ kind: 'national' }, null, 2)}\n`)
}
