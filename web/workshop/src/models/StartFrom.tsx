import { useState } from 'react'
import type { SourceContent, UploadCard } from '../../../../src/contract/sets.ts'
import type { ModelDraft } from '../../../../src/core/models/draft.ts'
import { InvalidModel } from '../../../../src/core/models/parse-model.ts'
import { draftFromTable } from '../../../../src/core/propose/draft-from-table.ts'
import { get, problem, upload, useApi } from '../api/index.ts'
import { Button, FileDrop, Notice } from '../design/index.ts'
import { listed, rowsCounted } from '../set/shared/words.ts'
import { readModelFile } from './model-file.ts'
import { pastedTable } from './pasted-table.ts'

interface StartFromProps {
  readonly onStart: (draft: ModelDraft) => void
}

/** Where the columns come from: a file, a file already received, cells pasted, a model shared by another town, or nothing. */
export function StartFrom({ onStart }: StartFromProps) {
  const received = useApi<readonly UploadCard[]>('/uploads')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [content, setContent] = useState<SourceContent>()
  const open = async (card: UploadCard) => {
    setBusy(true)
    const answer = await contentOf(card)
    setBusy(false)
    if (typeof answer === 'string') return setRefused(answer)
    setRefused(undefined)
    if (answer.tables.length === 1) onStart(draftFromTable(answer.tables[0]!.table, nameOf(answer.file)))
    else setContent(answer)
  }
  const take = async ([file]: File[]) => {
    if (!file) return
    if (/\.json$/i.test(file.name)) return openModel(file, onStart, setRefused)
    setBusy(true)
    const answer = await upload<readonly UploadCard[]>('/uploads', [file])
    setBusy(false)
    if ('value' in answer && answer.value[0]) await open(answer.value[0])
    else if (!('value' in answer)) setRefused(problem(answer))
  }
  const paste = (text: string) => {
    const table = pastedTable(text)
    if (table) onStart(draftFromTable(table, ''))
    else setRefused('Je n’ai rien lu dans ce collage ; j’attendais au moins une ligne de titres.')
  }
  return (
    <div className="stack">
      <FileDrop
        title="Déposez une feuille ici"
        description="Excel, LibreOffice, CSV… ou un modèle partagé par une autre commune (.json)"
        multiple={false}
        isPending={busy}
        onFiles={files => void take(files)}
        onPaste={({ text }) => paste(text)}
      />
      {refused && (
        <Notice kind="attention" live>
          {refused}
        </Notice>
      )}
      {content && <Tables content={content} onStart={onStart} />}
      <Received cards={received.value ?? []} onOpen={card => void open(card)} />
      <p>
        <Button kind="quiet" icon="plus" onPress={() => onStart({ title: '', description: '', fields: [] })}>
          Partir d’une page blanche
        </Button>
      </p>
    </div>
  )
}

async function openModel(file: File, onStart: StartFromProps['onStart'], refuse: (sentence: string) => void) {
  try {
    onStart(readModelFile(await file.text()))
  } catch (error) {
    if (!(error instanceof InvalidModel)) throw error
    refuse(error.message)
  }
}

/** A file that has just come is still being read: its card is asked for again until it says no more. */
async function contentOf(sent: UploadCard): Promise<SourceContent | string> {
  let card = sent
  for (let tries = 0; card.reading !== undefined && tries < MOST_TRIES; tries++) {
    await new Promise(resolve => setTimeout(resolve, 500))
    const again = await get<UploadCard>(`/uploads/${encodeURIComponent(card.id)}`)
    if (!('value' in again)) return problem(again)
    card = again.value
  }
  if (card.unreadable !== undefined) return card.unreadable
  if (card.reading !== undefined)
    return 'Ce fichier est long à lire : revenez dans quelques minutes, il est gardé dans « Fichiers reçus ».'
  const answer = await get<SourceContent>(`/sources/${encodeURIComponent(card.id)}`)
  if (!('value' in answer)) return problem(answer)
  return answer.value.tables.length > 0 ? answer.value : 'Je n’ai trouvé aucun tableau dans ce fichier.'
}

/** One minute. */
const MOST_TRIES = 120

const nameOf = (file: string): string => file.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ')

/** Several tables in one file: one is chosen. */
function Tables({ content, onStart }: { readonly content: SourceContent } & StartFromProps) {
  return (
    <section className="card stack" aria-labelledby="tableaux">
      <h2 id="tableaux">Quel tableau ?</h2>
      <ul className="models-links">
        {content.tables.map(({ sheet, table, headerRow }) => (
          <li key={`${sheet} ${headerRow}`}>
            <Button size="small" onPress={() => onStart(draftFromTable(table, sheet ?? nameOf(content.file)))}>
              {sheet ?? content.file}
            </Button>{' '}
            <span className="small soft">
              {rowsCounted(table.rows.length)} : {listed(table.columns.map(({ name }) => name))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Received({
  cards,
  onOpen,
}: {
  readonly cards: readonly UploadCard[]
  readonly onOpen: (card: UploadCard) => void
}) {
  const readable = cards.filter(({ unreadable }) => unreadable === undefined)
  if (readable.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="recus">
      <h2 id="recus">Ou un fichier déjà reçu</h2>
      <ul className="models-links">
        {readable.map(card => (
          <li key={card.id}>
            <Button size="small" icon="file" onPress={() => onOpen(card)}>
              {card.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
