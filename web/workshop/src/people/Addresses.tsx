import { useState } from 'react'
import type { TownCard } from '../../../../src/contract/people.ts'
import { problem, upload, useSession } from '../api/index.ts'
import { FileDrop, Notice, toast } from '../design/index.ts'
import { numbered } from '../set/shared/words.ts'

/** The town's address file, which places things on the map. */
export function Addresses() {
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
