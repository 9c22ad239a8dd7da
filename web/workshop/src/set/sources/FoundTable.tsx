import type { ReadTable } from '../../../../../src/core/table/read-result.ts'
import { Select } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { newStepId } from '../shared/edits.ts'
import { useActs } from '../shared/use-acts.ts'
import { quoted } from '../shared/words.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { foundInWords, hiddenInWords, previewLines } from './preview.ts'
import type { TableUse } from './usage.ts'
import { otherUse, type Wanted } from './usage-acts.ts'

interface FoundTableProps {
  readonly found: ReadTable
  readonly rank: number
  readonly use?: TableUse
}

/** One table of a file, as the sheet shows it, with what is done of it. */
export function FoundTable({ found, rank, use }: FoundTableProps) {
  const title = found.sheet === undefined ? `Tableau ${rank + 1}` : `Feuille ${quoted(found.sheet)}`
  const hidden = hiddenInWords(found.hidden)
  return (
    <section className="stack stack-tight found-table" aria-label={title}>
      <div className="row row-between found-head">
        <div>
          <h4>{title}</h4>
          <p className="small soft">{foundInWords(found)}</p>
        </div>
        {use && <UseChoice table={use} title={title} />}
      </div>
      {hidden.length > 0 && <p className="small">{hidden.join(' ')} Ce que le fichier cache n’est pas pris.</p>}
      <PreviewTable title={title} lines={previewLines(found)} />
    </section>
  )
}

const WORDS: Record<Wanted, { readonly label: string; readonly detail: string }> = {
  main: { label: 'Tableau principal', detail: 'celui dont on part' },
  merged: { label: 'Complète les lignes', detail: 'celles qu’on connaît sont complétées, les autres ajoutées' },
  below: { label: 'Ajouté dessous', detail: 'toutes ses lignes, telles quelles' },
  unused: { label: 'Laissé de côté', detail: 'gardé dans le fichier, pas dans le jeu' },
}

function UseChoice({ table, title }: { readonly table: TableUse; readonly title: string }) {
  const { state } = useSet()
  const { run } = useActs()
  const { use } = table
  const value: Wanted = 'on' in use && !use.on ? 'unused' : use.as
  const choices = (['main', 'merged', 'below', 'unused'] as const).filter(id => value !== 'main' || id === 'main')
  const change = (id: string) => {
    const wanted = choices.find(one => one === id)
    const main = [...state.sourceCards].sort((a, b) => a.rank - b.rank)[0]
    if (wanted)
      void run(
        `${title} : ${WORDS[wanted].label.toLowerCase()}.`,
        otherUse({ steps: state.steps, newId: newStepId, first: main?.sha256 ?? '' }, table, wanted),
      )
  }
  return (
    <Select
      label="Dans ce jeu"
      choices={choices.map(id => ({ id, ...WORDS[id] }))}
      value={value}
      isDisabled={value === 'main'}
      onChange={change}
    />
  )
}
