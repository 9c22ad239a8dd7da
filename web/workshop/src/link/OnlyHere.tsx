import { useSession } from '../api/index.ts'
import { Notice } from '../design/index.ts'

/** Carnet listens to this computer alone: a link made here opens nowhere else, and whoever would send it must know. */
export function OnlyHere() {
  const { local } = useSession()
  if (!local) return null
  return (
    <Notice kind="attention" title="Ce lien ne s’ouvre que sur cet ordinateur">
      <p>
        Carnet n’est pas ouvert aux autres machines : la personne qui recevrait ce lien ne pourrait pas l’ouvrir. Elle
        peut venir répondre ici. Pour envoyer des liens, demandez à qui s’occupe de vos ordinateurs d’installer Carnet
        sur le réseau de la mairie.
      </p>
    </Notice>
  )
}
