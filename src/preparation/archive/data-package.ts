import type { Model } from '../../core/models/model.ts'
import { toTableSchema } from '../../core/models/to-table-schema.ts'

export interface Described {
  readonly slug: string
  readonly title: string
  /** Of the table, in the archive. */
  readonly path: string
  readonly bytes: number
  /** Table Schema. */
  readonly schema: object
}

/** `datapackage.json` (Data Package 2.0): what each table is, column by column. */
export const dataPackage = (insee: string, town: string, created: string, sets: readonly Described[]): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: `carnet-${insee.toLowerCase()}`,
  title: `Données de ${town}`,
  created,
  resources: sets.map(({ slug, title, path, bytes, schema }) => ({
    name: slug,
    title,
    path,
    ...{ bytes, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
    schema,
  })),
})

/** The columns that the table has, in its order: those of the model say what they are, the others are texts. */
export function schemaOfCsv(csv: Uint8Array, model: Model): object {
  const columns = titlesOf(csv)
  const { fields, missingValues } = toTableSchema(model) as { fields: { name: string }[]; missingValues: string[] }
  const known = new Map(fields.map(field => [field.name, field]))
  const hasKey = model.primaryKey.length > 0 && model.primaryKey.every(name => columns.includes(name))
  return {
    fields: columns.map(name => known.get(name) ?? { name, type: 'string' }),
    missingValues,
    ...(hasKey ? { primaryKey: model.primaryKey } : {}),
  }
}

/** The first record of what `writeCsv` wrote. */
function titlesOf(csv: Uint8Array): string[] {
  const text = new TextDecoder().decode(csv)
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/y
  const titles: string[] = []
  for (let match = cell.exec(text); match && text !== ''; match = cell.exec(text)) {
    titles.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') break
  }
  return titles
}

export const README = (town: string): string => `Les données de ${town}, telles que Carnet les garde.

jeux/            un dossier par jeu de données :
  table.csv        le tableau au propre ; un tableur l'ouvre (encodage UTF-8, virgules)
  recette.json     les étapes qui l'ont fait, et ce qui a été corrigé à la main
  sources/         les fichiers reçus, tels qu'ils ont été envoyés
  versions/        chaque version publiée, sous son adresse : le tableau (CSV, Parquet), sa fiche descriptive, et version.json, qui dit tout le reste
corbeille/       les jeux mis à la corbeille
fichiers-sans-jeu/  les fichiers reçus qui ne sont dans aucun jeu
modeles/         les modèles faits dans la commune (Table Schema)
textes/          les textes écrits par la commune
courriels/       les fichiers joints aux courriels
adresses/        le fichier des adresses de la commune
journal.jsonl    tout ce qui a été fait : qui, quand, quoi ; une ligne par acte, chacune liée à la précédente (hash)
datapackage.json ce qu'est chaque tableau, colonne par colonne, pour les programmes (https://datapackage.org)

carnet/          ce qu'il faut à un Carnet pour reprendre la commune telle quelle : « carnet import ARCHIVE.zip DOSSIER »

Rien n'y dit comment chacun se connecte, ni les clés des autres sites : une sauvegarde de tout ce que Carnet garde se fait par « carnet backup ».
`
