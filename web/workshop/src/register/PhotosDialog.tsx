import { type FormEvent, useState } from 'react'
import type { ComparedLink, ComparedNode, Photo, PhotoComparison, Register } from '../../../../src/contract/register.ts'
import { post, problem, useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, Dialog, Notice, Select, TextField, toast } from '../design/index.ts'
import { Glyph } from './Glyph.tsx'
import { KIND_WORDS, momentOf } from './words.ts'

interface Props {
  readonly register: Register
  readonly mayWrite: boolean
  readonly onTaken: (register: Register) => void
  readonly onClose: () => void
}

/** A state is kept under a name, and compared later with another or with now. */
export function PhotosDialog({ register: { photos }, mayWrite, onTaken, onClose }: Props) {
  const [from, setFrom] = useState<string | undefined>(photos[0]?.id)
  const [until, setUntil] = useState('')
  const label = ({ title, takenAt }: Photo) => `${title} (${momentOf(takenAt)})`
  return (
    <Dialog title="Photos" open onClose={onClose} size="wide">
      <div className="stack">
        <p>
          Une photo garde « Qui a quoi » tel qu’il est aujourd’hui. Plus tard, vous verrez d’un coup ce qui est arrivé,
          parti ou changé.
        </p>
        {mayWrite && <TakePhoto onTaken={onTaken} />}
        {photos.length > 0 && (
          <>
            <div className="rg-compare">
              <Select
                label="Depuis"
                value={from ?? photos[0]!.id}
                choices={photos.map(photo => ({
                  id: photo.id,
                  label: label(photo),
                  detail: `prise par ${photo.takenBy}`,
                }))}
                onChange={setFrom}
              />
              <Select
                label="Jusqu’à"
                value={until}
                choices={[
                  { id: '', label: 'maintenant' },
                  ...photos.map(photo => ({ id: photo.id, label: label(photo) })),
                ]}
                onChange={setUntil}
              />
            </div>
            <Comparison from={from ?? photos[0]!.id} until={until} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function TakePhoto({ onTaken }: { readonly onTaken: (register: Register) => void }) {
  const [title, setTitle] = useState(
    () => `Photo du ${new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' }).format(new Date())}`,
  )
  const [refused, setRefused] = useState<string>()
  const take = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await post<Register>('/register/photos', { title })
    if (!('value' in answer)) return setRefused(problem(answer))
    setRefused(undefined)
    toast({ text: 'La photo est prise.' })
    onTaken(answer.value)
  }
  return (
    <form className="rg-take" onSubmit={event => void take(event)}>
      <TextField label="Nom de la photo" value={title} onChange={setTitle} {...(refused && { error: refused })} />
      <Button type="submit" icon="saved" isDisabled={title.trim() === ''}>
        Prendre la photo
      </Button>
    </form>
  )
}

function Comparison({ from, until }: { readonly from: string; readonly until: string }) {
  const comparison = useApi<PhotoComparison>(`/register/photos/${from}/comparison${until ? `?with=${until}` : ''}`)
  return (
    <Load from={comparison} lines={3}>
      {({ came, gone, changed, linked, unlinked }) =>
        came.length + gone.length + changed.length + linked.length + unlinked.length === 0 ? (
          <Notice kind="info">
            <p>Rien n’a changé entre les deux.</p>
          </Notice>
        ) : (
          <div className="stack rg-difference">
            <Nodes title="Arrivés" nodes={came} />
            <Nodes title="Partis" nodes={gone} />
            {changed.length > 0 && (
              <section>
                <h3>Changés</h3>
                <ul>
                  {changed.map(({ id, name, fields }) => (
                    <li key={id}>
                      <strong>{name}</strong> :{' '}
                      {fields
                        .map(({ field, was, now }) => `${field.toLowerCase()}, ${said(was)} devient ${said(now)}`)
                        .join(' ; ')}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Links title="Nouveaux liens" links={linked} />
            <Links title="Liens enlevés" links={unlinked} />
          </div>
        )
      }
    </Load>
  )
}

const said = (text: string): string => (text === '' ? 'rien' : `« ${text} »`)

const Nodes = ({ title, nodes }: { readonly title: string; readonly nodes: readonly ComparedNode[] }) =>
  nodes.length > 0 && (
    <section>
      <h3>{title}</h3>
      <ul className="rg-places">
        {nodes.map(({ id, kind, name }) => (
          <li key={id} className="rg-place-line">
            <Glyph kind={kind} /> {name} <span className="small soft">{KIND_WORDS[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  )

const Links = ({ title, links }: { readonly title: string; readonly links: readonly ComparedLink[] }) =>
  links.length > 0 && (
    <section>
      <h3>{title}</h3>
      <ul>
        {links.map(link => (
          <li key={JSON.stringify(link)}>
            {link.from} {link.verb} {link.to}
            {link.role && <span className="soft"> ({link.role})</span>}
          </li>
        ))}
      </ul>
    </section>
  )
