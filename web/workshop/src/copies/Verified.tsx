import type { PlaceChecked, PlaceSettings } from '../../../../src/contract/copies.ts'
import { Button, french, Notice, Select } from '../design/index.ts'

interface VerifiedProps {
  readonly checked: PlaceChecked
  readonly settings: PlaceSettings
  readonly onChange: (settings: PlaceSettings) => void
  /** The server is the right one: its password may be tried. */
  readonly onConfirmed: (settings: PlaceSettings) => void
}

/** What the door answered: who one is there, for whom one publishes, or which server it is. */
export function Verified({ checked, settings, onChange, onConfirmed }: VerifiedProps) {
  const unknown = settings.kind === 'sftp' && settings.hostKey === ''
  return (
    <Notice
      kind={unknown ? 'attention' : 'ok'}
      title={unknown ? 'Est-ce bien ce serveur ?' : 'La porte s’ouvre'}
      live
      acts={
        unknown &&
        checked.hostKey && (
          <Button onPress={() => onConfirmed({ ...settings, hostKey: checked.hostKey! })}>
            C’est bien la même empreinte
          </Button>
        )
      }
    >
      <p>{french(checked.sentence)}</p>
      {checked.hostKey && <p className="copies-key">{checked.hostKey}</p>}
      {checked.choices && checked.choices.length > 0 && 'organization' in settings && (
        <Select
          label="Publier pour"
          choices={[{ id: '', label: 'Mon compte' }, ...checked.choices.map(({ id, name }) => ({ id, label: name }))]}
          value={settings.organization}
          onChange={organization => onChange({ ...settings, organization })}
        />
      )}
    </Notice>
  )
}
