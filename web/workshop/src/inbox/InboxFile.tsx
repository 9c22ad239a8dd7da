import { useState } from 'react'
import type { SetState, SetSummary, UploadCard } from '../../../../src/contract/sets.ts'
import { post, problem, useSession } from '../api/index.ts'
import { Button, french, Icon, LinkButton, Menu, Notice, Select, toast } from '../design/index.ts'
import { momentInWords, sizeInWords } from '../set/shared/words.ts'
import { EraseDialog } from '../trash/EraseDialog.tsx'
import { FileTables } from './FileTables.tsx'

interface InboxFileProps {
  readonly file: UploadCard
  readonly sets: readonly SetSummary[]
  readonly onDone: () => Promise<void>
}

/** One file received: what is in it, where it seems to belong, and the click that puts it there. */
export function InboxFile({ file, sets, onDone }: InboxFileProps) {
  const { may } = useSession()
  const [erasing, setErasing] = useState(false)
  const [pending, setPending] = useState(false)
  const putIn = async (slug: string) => {
    setPending(true)
    const answer = await post<SetState>(`/sets/${slug}/sources`, { upload: file.id })
    setPending(false)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    toast({ text: `« ${file.name} » est dans « ${answer.value.title} ».` })
    await onDone()
  }
  const again = {
    pending,
    onPress: async () => {
      setPending(true)
      const answer = await post<UploadCard>(`/uploads/${file.id}/read`)
      setPending(false)
      if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
      await onDone()
    },
  }
  return (
    <li className="card inbox-file">
      <div className="inbox-file-head">
        <Icon name="file" size={28} />
        <div>
          <h3>{file.name}</h3>
          <p className="small soft">
            {sizeInWords(file.size)} · reçu le {momentInWords(file.sentAt)} de {file.sentBy}
          </p>
        </div>
        <Menu
          label={`Autres actions sur ${file.name}`}
          icon="more"
          items={[
            {
              id: 'file',
              label: 'Récupérer le fichier d’origine',
              icon: 'download',
              onAction: () => location.assign(`/api/atelier/sources/${file.id}/file`),
            },
            ...(may('erase')
              ? [
                  {
                    id: 'erase',
                    label: 'Effacer pour toujours',
                    icon: 'trash',
                    danger: true,
                    onAction: () => setErasing(true),
                  } as const,
                ]
              : []),
          ]}
        />
      </div>
      {file.twin && (
        <Notice kind="attention" title="Déjà reçu">
          <p>
            C’est exactement « {file.twin.name} », reçu le {momentInWords(file.twin.sentAt)}.
          </p>
        </Notice>
      )}
      {file.unreadable ? (
        <Notice
          kind="attention"
          title="Gardé, mais pas lu"
          acts={may('prepare') && file.again && <ReadAgain {...again} />}
        >
          <p>{file.unreadable}</p>
        </Notice>
      ) : file.tables ? (
        <FileTables tables={file.tables} />
      ) : (
        <p className="soft">Lecture en cours…</p>
      )}
      {may('prepare') && !file.unreadable && <Where file={file} sets={sets} pending={pending} putIn={putIn} />}
      <EraseDialog
        open={erasing}
        onClose={() => setErasing(false)}
        wanted={{ type: 'upload', upload: file.id }}
        what={`le fichier « ${file.name} »`}
        onErased={onDone}
      />
    </li>
  )
}

/** Time or memory was lacking: the machine may be calmer now. */
const ReadAgain = ({ pending, onPress }: { readonly pending: boolean; readonly onPress: () => Promise<void> }) => (
  <Button icon="job" isPending={pending} onPress={() => void onPress()}>
    Lire à nouveau
  </Button>
)

interface WhereProps {
  readonly file: UploadCard
  readonly sets: readonly SetSummary[]
  readonly pending: boolean
  readonly putIn: (slug: string) => Promise<void>
}

function Where({ file, sets, pending, putIn }: WhereProps) {
  const suggested = sets.find(({ id, slug }) => [id, slug].includes(file.suggestion?.set ?? ''))
  const [slug, setSlug] = useState<string | null>(null)
  return (
    <div className="inbox-where">
      {file.suggestion && suggested && (
        <div className="inbox-suggestion">
          <p>
            <Icon name="flag" size={18} /> {french(file.suggestion.reason)}
          </p>
          <Button kind="primary" isPending={pending} onPress={() => void putIn(suggested.slug)}>
            Mettre dans « {file.suggestion.title} »
          </Button>
        </div>
      )}
      <div className="inbox-choose">
        <Select
          label={suggested ? 'Ou dans un autre jeu' : 'Dans quel jeu le mettre ?'}
          choices={sets.map(set => ({ id: set.slug, label: set.title }))}
          value={slug}
          onChange={setSlug}
        />
        <Button isDisabled={slug === null} isPending={pending} onPress={() => slug && void putIn(slug)}>
          Mettre ici
        </Button>
        <LinkButton to="/jeux/nouveau" kind="quiet" icon="plus">
          Nouveau jeu
        </LinkButton>
      </div>
    </div>
  )
}
