import type { Field } from '../../../../../src/core/models/model.ts'
import { quoted } from '../shared/words.ts'
import type { ColumnState, FieldRow, FileGroup, Fill } from './mapper.ts'

/** « Enseigne », or the technical name when the model gives no title. */
export const titleOf = ({ title, name }: Field): string => title ?? name

/** The tables of a group, as a person knows them. `names`: the name of each file by what the readers call it. */
export function groupTitle({ id, tables }: FileGroup, names: ReadonlyMap<string, string>): string {
  const file = names.get(tables[0]?.source ?? '') ?? 'votre fichier'
  const sheets = tables.flatMap(({ sheet }) => sheet ?? [])
  if (id === 'main' || sheets.length < 2)
    return sheets[0] === undefined ? file : `${file}, feuille ${quoted(sheets[0])}`
  return `${file}, ${sheets.length} feuilles pareilles`
}

/** What fills a column of the model. */
export function fillSentence(fill: Fill, several: boolean, groups: ReadonlyMap<string, string>): string {
  switch (fill.type) {
    case 'column':
      return several ? `${quoted(fill.header)} (${groups.get(fill.group) ?? ''})` : quoted(fill.header)
    case 'constant':
      return `${quoted(fill.value)} partout où c’est vide`
    case 'generated':
      return 'numéros donnés par Carnet'
    case 'made':
      return fill.reason
  }
}

export function stateSentence(state: ColumnState, fieldTitle: (name: string) => string): string {
  switch (state.type) {
    case 'field':
      return ''
    case 'part':
      return `sert à remplir ${state.into.map(name => quoted(fieldTitle(name))).join(', ')}`
    case 'dropped':
      return 'retirée du fichier à publier'
    case 'asked':
      return 'inconnue du modèle : à garder ou à retirer ?'
    case 'kept':
      return 'gardée telle quelle, en plus du modèle'
  }
}

/** Which rows of the mapper are shown. */
export type Shown = 'all' | 'open' | 'required'
export const isShown = (row: FieldRow, shown: Shown, open: (row: FieldRow) => boolean): boolean =>
  shown === 'all' || (shown === 'required' ? row.required : open(row))
