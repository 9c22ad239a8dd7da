import { type FormEvent, useState } from 'react'
import type { TownCard } from '../../../../src/contract/people.ts'
import { patch, post, problem, upload, useSession } from '../api/index.ts'
import { type Appearance, appearance, setAppearance } from '../app/appearance.ts'
import { Button, FileDrop, Notice, PageHeader, RadioGroup, TextField, toast } from '../design/index.ts'
import { numbered } from '../set/shared/words.ts'
import './people.css'

/** The town's card: what fills columns by itself, its address file, and how Carnet looks on this computer. */
export default function TownPage() {
  const { town, may, local } = useSession()
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title={`La commune : ${town.name}`}
        intro={`Code INSEE ${town.insee} · ${town.postcodes.join(', ')}${
          town.population === undefined ? '' : ` · ${numbered(town.population)} habitants`
        }`}
      />
      {may('town') && <Siret />}
      {may('town') && <Addresses />}
      <Look />
      {!local && <Password />}
    </div>
  )
}

function Siret() {
  const { town, reload } = useSession()
  const [siret, setSiret] = useState(town.siret ?? '')
  const [refused, setRefused] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await patch<TownCard>('/town', { siret: siret.replace(/\s/g, '') })
    setRefused('value' in answer ? undefined : problem(answer))
    if ('value' in answer) toast({ text: 'Le SIRET de la commune est enregistré.' })
    await reload()
  }
  return (
    <section className="card" aria-labelledby="siret">
      <form className="stack settings" onSubmit={event => void save(event)}>
        <h2 id="siret">SIRET de la commune</h2>
        <TextField
          label="SIRET"
          help={{
            meaning:
              'Le numéro d’établissement de la mairie : 14 chiffres. Beaucoup de modèles le demandent, Carnet le remplit alors tout seul.',
            example: '217 802 170 00019',
          }}
          description="14 chiffres, avec ou sans espaces"
          inputMode="numeric"
          optional
          value={siret}
          onChange={setSiret}
          error={refused}
        />
        <div>
          <Button type="submit">Enregistrer</Button>
        </div>
      </form>
    </section>
  )
}

function Addresses() {
  const { town, reload } = useSession()
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string>()
  const send = async (files: File[]) => {
    setPending(true)
    const answer = await upload<TownCard>('/town/addresses', files)
    setPending(false)
    setRefused('value' in answer ? undefined : problem(answer))
    if ('value' in answer) toast({ text: `${numbered(answer.value.addresses?.count ?? 0)} adresses lues.` })
    await reload()
  }
  return (
    <section className="card stack settings" aria-labelledby="adresses">
      <h2 id="adresses">Adresses de la commune</h2>
      <p>
        {town.addresses
          ? `« ${town.addresses.name} » : ${numbered(town.addresses.count)} adresses. Carnet s’en sert pour placer vos lieux sur la carte.`
          : 'Sans ce fichier, Carnet ne peut pas placer vos lieux sur la carte.'}
      </p>
      <p className="small soft">
        C’est la base adresse de votre commune, que l’on télécharge sur adresse.data.gouv.fr, rubrique « Télécharger »,
        format CSV, pour votre département ou votre commune.
      </p>
      <FileDrop
        title={town.addresses ? 'Donner un fichier plus récent' : 'Déposez le fichier des adresses'}
        multiple={false}
        isPending={pending}
        onFiles={files => void send(files)}
      />
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
    </section>
  )
}

function Look() {
  const [choice, setChoice] = useState<Appearance>(appearance)
  const choose = (id: string) => {
    setAppearance(id as Appearance)
    setChoice(id as Appearance)
  }
  return (
    <section className="card stack settings" aria-labelledby="apparence">
      <h2 id="apparence">Apparence, sur cet ordinateur</h2>
      <RadioGroup
        label="Couleurs"
        value={choice}
        onChange={choose}
        choices={[
          { id: 'auto', label: 'Comme l’ordinateur' },
          { id: 'light', label: 'Claires' },
          { id: 'dark', label: 'Sombres' },
        ]}
      />
    </section>
  )
}

function Password() {
  const { person, reload } = useSession()
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await post('/password', { password })
    setRefused('value' in answer ? undefined : problem(answer))
    if (!('value' in answer)) return
    setPassword('')
    toast({ text: 'Votre mot de passe est enregistré.' })
    await reload()
  }
  return (
    <section className="card" aria-labelledby="mot-de-passe">
      <form className="stack settings" onSubmit={event => void save(event)}>
        <h2 id="mot-de-passe">Votre mot de passe</h2>
        <TextField
          label={person.hasPassword ? 'Nouveau mot de passe' : 'Mot de passe'}
          type="password"
          autoComplete="new-password"
          description="Au moins 12 signes. Sans mot de passe, vous entrez par un lien reçu par mail."
          value={password}
          onChange={setPassword}
          error={refused}
        />
        <div>
          <Button type="submit" isDisabled={password.length < 12}>
            Enregistrer
          </Button>
        </div>
      </form>
    </section>
  )
}
