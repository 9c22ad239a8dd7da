import { type FormEvent, useState } from 'react'
import type { Copies, PlaceChecked, PlaceKind, PlaceSettings } from '../../../../src/contract/copies.ts'
import { post, problem } from '../api/index.ts'
import { Button, Dialog, Notice, RadioGroup, TextField } from '../design/index.ts'
import type { Shown } from './PlaceSection.tsx'
import { SecretField } from './SecretField.tsx'
import { SettingsFields } from './SettingsFields.tsx'
import { Verified } from './Verified.tsx'
import { KIND_WORDS } from './words.ts'

interface AddPlaceDialogProps {
  readonly kinds: readonly PlaceKind[]
  readonly shown: Shown
  readonly onClose: () => void
}

/** As each kind begins. */
const BLANK: { readonly [K in PlaceKind]: Extract<PlaceSettings, { kind: K }> } = {
  datagouv: { kind: 'datagouv', address: 'https://www.data.gouv.fr', organization: '' },
  opendatasoft: { kind: 'opendatasoft', address: 'https://' },
  ckan: { kind: 'ckan', address: 'https://', organization: '' },
  sftp: { kind: 'sftp', host: '', port: 22, user: '', folder: '/', hostKey: '' },
  ftp: { kind: 'ftp', host: '', port: 21, user: '', folder: '/', secure: true },
  folder: { kind: 'folder', path: '' },
}

/** Where, then with which key, then who one is there. Nothing is kept before the door was tried. */
export function AddPlaceDialog({ kinds, shown, onClose }: AddPlaceDialogProps) {
  const [settings, setSettings] = useState<PlaceSettings>(BLANK.datagouv)
  const [title, setTitle] = useState(KIND_WORDS.datagouv.title)
  const [secret, setSecret] = useState('')
  const [checked, setChecked] = useState<PlaceChecked>()
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const changed = (next: PlaceSettings) => {
    setSettings(next)
    setChecked(undefined)
    setRefused(undefined)
  }
  const choose = (kind: PlaceKind) => {
    changed(BLANK[kind])
    setTitle(KIND_WORDS[kind].title)
    setSecret('')
  }
  const check = async (tried: PlaceSettings) => {
    setBusy(true)
    const answer = await post<PlaceChecked>('/copies/check', { settings: tried, secret: secret.trim() })
    setBusy(false)
    setChecked('value' in answer ? answer.value : undefined)
    setRefused('value' in answer ? undefined : problem(answer))
  }
  const add = async () => {
    setBusy(true)
    const sentence = shown(
      await post<Copies>('/copies/places', { title, settings, ...(secret.trim() && { secret: secret.trim() }) }),
    )
    setBusy(false)
    if (sentence === undefined) onClose()
    else setRefused(sentence)
  }
  const ready = checked !== undefined && !(settings.kind === 'sftp' && settings.hostKey === '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (ready ? add() : check(settings))
  }
  return (
    <Dialog title="Ajouter un endroit" open onClose={onClose} size="wide">
      <form className="stack" onSubmit={submit} noValidate>
        <RadioGroup
          label="Où copier vos jeux ?"
          look="cards"
          value={settings.kind}
          onChange={kind => choose(kind as PlaceKind)}
          choices={kinds.map(id => ({ id, label: KIND_WORDS[id].title, detail: KIND_WORDS[id].meaning }))}
        />
        <TextField label="Nom, pour vous" value={title} onChange={setTitle} />
        <SettingsFields settings={settings} onChange={changed} />
        <SecretField
          kind={settings.kind}
          value={secret}
          onChange={text => {
            setSecret(text)
            setChecked(undefined)
          }}
        />
        {checked && (
          <Verified
            checked={checked}
            settings={settings}
            onChange={setSettings}
            onConfirmed={next => {
              setSettings(next)
              void check(next)
            }}
          />
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button type="submit" kind="primary" isPending={busy} isDisabled={title.trim() === ''}>
            {ready ? 'Ajouter' : 'Vérifier'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
