import type { Hidden } from '../../table/read-result.ts'
import type { PersonalFinding } from '../finding.ts'

/** What a source holds besides its tables. A `ReadResult` is one. */
export interface SourceHolds {
  readonly file: string
  readonly tables: readonly { readonly sheet?: string; readonly hidden: Hidden }[]
  /** Names that its metadata give: author, last person who saved it, manager. */
  readonly people?: readonly string[]
}

export function hiddenContent(sources: readonly SourceHolds[]): PersonalFinding | undefined {
  const parts = sources.flatMap(({ file, tables }) => {
    const what = [...new Set(tables.flatMap(({ hidden }) => hiddenIn(hidden)))]
    return what.length === 0 ? [] : [`« ${file} » : ${what.join(', ')}`]
  })
  if (parts.length === 0) return undefined
  return {
    ...ofFiles('hidden-content', parts),
    message: `Des feuilles, des lignes ou des colonnes sont masquées dans vos fichiers (${parts.slice(0, 3).join(' ; ')}) : Carnet ne les a pas prises et ne les publie pas ; vérifiez qu’elles ne manquent pas au jeu.`,
  }
}

const hiddenIn = ({ sheets, rows, columns }: Hidden): string[] => [
  ...sheets.map(sheet => `feuille « ${sheet} »`),
  ...(rows.length > 0
    ? [`${rows.length} ligne${rows.length > 1 ? 's' : ''} masquée${rows.length > 1 ? 's' : ''}`]
    : []),
  ...columns.map(column => `colonne « ${column} »`),
]

export function fileMetadata(sources: readonly SourceHolds[]): PersonalFinding | undefined {
  const parts = sources.flatMap(({ file, people = [] }) =>
    people.length === 0 ? [] : [`« ${file} » : ${people.slice(0, 3).join(', ')}`],
  )
  if (parts.length === 0) return undefined
  return {
    ...ofFiles('file-metadata', parts),
    message: `Vos fichiers d’origine portent le nom de qui les a écrits (${parts.slice(0, 3).join(' ; ')}) : les fichiers que Carnet publie n’en gardent rien ; ne diffusez pas ceux d’origine.`,
  }
}

const ofFiles = (kind: 'hidden-content' | 'file-metadata', examples: readonly string[]) => ({
  key: `${kind}:`,
  kind,
  level: 'look' as const,
  cells: 0,
  rows: [],
  examples: examples.slice(0, 5),
  answers: ['drop', 'keep', 'ask'] as const,
})
