import type { PlaceSettings } from '../../../../src/contract/copies.ts'
import { Switch, TextField } from '../design/index.ts'

interface SettingsFieldsProps {
  readonly settings: PlaceSettings
  readonly onChange: (settings: PlaceSettings) => void
}

/** What must be known of each kind of place. */
export function SettingsFields({ settings, onChange }: SettingsFieldsProps) {
  switch (settings.kind) {
    case 'datagouv':
      // A practice site has another address: seldom needed, it is there for those who look for it.
      return (
        <details>
          <summary>Autre adresse que data.gouv.fr</summary>
          <Address settings={settings} onChange={onChange} />
        </details>
      )
    case 'ckan':
      return <Address settings={settings} onChange={onChange} />
    case 'opendatasoft':
      return (
        <>
          <Address settings={settings} onChange={onChange} />
          <TextField
            label="Identifiant de la Licence Ouverte sur ce portail"
            description="Chaque portail nomme ses licences lui-même. Sans lui, la licence est écrite dans la description."
            optional
            value={settings.licences?.lov2 ?? ''}
            onChange={lov2 => onChange({ ...settings, licences: { ...settings.licences, lov2 } })}
          />
        </>
      )
    case 'folder':
      return (
        <TextField
          label="Chemin du dossier"
          description="Il doit déjà exister"
          placeholder="/home/mairie/copies"
          value={settings.path}
          onChange={path => onChange({ ...settings, path })}
        />
      )
    case 'sftp':
      return <Server settings={settings} onChange={onChange} />
    case 'ftp':
      return (
        <>
          <Server settings={settings} onChange={onChange} />
          <Switch
            isSelected={settings.secure}
            onChange={secure => onChange({ ...settings, secure })}
            description="Sans lui, le mot de passe voyage en clair"
          >
            Chiffrer la liaison (TLS)
          </Switch>
        </>
      )
  }
}

type WithAddress = Extract<PlaceSettings, { address: string }>
const Address = ({
  settings,
  onChange,
}: {
  readonly settings: WithAddress
  readonly onChange: SettingsFieldsProps['onChange']
}) => (
  <TextField
    label="Adresse du portail"
    type="url"
    value={settings.address}
    onChange={address => onChange({ ...settings, address: address.trim() })}
  />
)

type WithHost = Extract<PlaceSettings, { host: string }>
const Server = ({
  settings,
  onChange,
}: {
  readonly settings: WithHost
  readonly onChange: SettingsFieldsProps['onChange']
}) => (
  <div className="copies-server">
    <TextField
      label="Serveur"
      placeholder="ftp.hebergeur.fr"
      value={settings.host}
      onChange={host => onChange({ ...settings, host: host.trim() })}
    />
    <TextField
      label="Port"
      inputMode="numeric"
      value={String(settings.port)}
      onChange={port => onChange({ ...settings, port: Number(port.replace(/\D/g, '')) })}
    />
    <TextField
      label="Nom d’utilisateur"
      autoComplete="off"
      value={settings.user}
      onChange={user => onChange({ ...settings, user })}
    />
    <TextField
      label="Dossier"
      description="Il commence par /"
      value={settings.folder}
      onChange={folder => onChange({ ...settings, folder })}
    />
  </div>
)
