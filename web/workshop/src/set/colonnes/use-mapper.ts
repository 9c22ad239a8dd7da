import type { Act } from '../../../../../src/contract/sets.ts'
import { useSet } from '../set-context.ts'
import { newStepId } from '../shared/edits.ts'
import { useActs } from '../shared/use-acts.ts'
import { cellsCounted, quoted } from '../shared/words.ts'
import type { FileColumn, FileGroup, Mapper, Proposal } from './mapper.ts'
import { decideColumn, matchColumn, refuse } from './mapper-acts.ts'
import { groupTitle, titleOf } from './words.ts'

/** A column of a file, named whole. */
export interface ColumnPlace {
  readonly group: string
  readonly header: string
}

export interface MapperTools {
  readonly mapper: Mapper
  readonly titles: ReadonlyMap<string, string>
  /** The title of a column of the model. */
  readonly fieldTitle: (name: string) => string
  readonly match: (place: ColumnPlace, field: string | undefined) => Promise<boolean>
  readonly refuse: (proposal: Proposal) => Promise<boolean>
  readonly decide: (column: FileColumn, keep: boolean) => Promise<boolean>
}

/** What the two sides of the mapper may do, each said in a sentence. */
export function useMapper(mapper: Mapper, files: ReadonlyMap<string, string>): MapperTools {
  const { state } = useSet()
  const { run } = useActs()
  const change = { steps: state.steps, mapper, newId: newStepId }
  const find = ({ group, header }: ColumnPlace): { group: FileGroup; column: FileColumn } | undefined => {
    const found = mapper.groups.find(({ id }) => id === group)
    const column = found?.columns.find(one => one.header === header)
    return found && column && { group: found, column }
  }
  const fieldTitle = (name: string): string => {
    const row = mapper.fields.find(({ field }) => field.name === name)
    return row ? titleOf(row.field) : name
  }
  return {
    mapper,
    fieldTitle,
    titles: new Map(mapper.groups.map(group => [group.id, groupTitle(group, files)])),
    match(place, field) {
      const found = find(place)
      if (!found) return Promise.resolve(false)
      const acts: Act[] = matchColumn(change, found.group, place.header, field)
      return run(matchedSentence(found.column, field && fieldTitle(field)), acts)
    },
    refuse: proposal =>
      run(
        `${quoted(proposal.from)} n’est pas ${quoted(fieldTitle(proposal.to))} : Carnet ne le demandera plus.`,
        refuse(proposal),
      ),
    decide: (column, keep) =>
      run(
        keep ? `${quoted(column.header)} est gardée.` : `${quoted(column.header)} est retirée du fichier à publier.`,
        decideColumn(change, column, keep),
      ),
  }
}

const matchedSentence = ({ header, filled }: FileColumn, field: string | undefined): string =>
  field === undefined
    ? `${quoted(header)} ne remplit plus de colonne du modèle.`
    : `${quoted(header)} remplit maintenant ${quoted(field)} : ${cellsCounted(filled)}.`
