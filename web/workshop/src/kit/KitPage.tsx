import type { Kit } from '../../../../src/contract/kit.ts'
import { useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { EmptyState, LinkButton, Notice, PageHeader } from '../design/index.ts'
import { DetailsForm } from './DetailsForm.tsx'
import './kit.css'
import { PieceGroups } from './PieceGroups.tsx'
import { PublicTabs } from './PublicTabs.tsx'

/** The communication kit: texts ready to be sent, made of what is published. */
export default function KitPage() {
  const kit = useApi<Kit>('/kit')
  const { may } = useSession()
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Faire savoir"
        intro="Des textes prêts à envoyer, écrits à partir de vos jeux publiés. Relisez-les, changez ce que vous voulez : ce que vous écrivez reste à vous."
      />
      <PublicTabs />
      <Load from={kit}>
        {value => (
          <>
            {value.sets === 0 ? <NothingOpen /> : value.unreachable && <OnlyHere portal={value.portal} />}
            {value.sets > 0 && may('prepare') && (
              <DetailsForm key={value.detailsVersion} kit={value} onSaved={kit.put} />
            )}
            <PieceGroups pieces={value.pieces} />
          </>
        )}
      </Load>
    </div>
  )
}

const NothingOpen = () => (
  <EmptyState
    icon="megaphone"
    title="Rien n’est encore publié"
    acts={
      <LinkButton kind="primary" to="/jeux">
        Voir les jeux
      </LinkButton>
    }
  >
    <p>
      Dès qu’un premier jeu sera publié, les textes du kit parleront de lui. En attendant, le courriel de lancement peut
      partir.
    </p>
  </EmptyState>
)

const OnlyHere = ({ portal }: { readonly portal: string }) => (
  <Notice kind="attention" title="Votre portail n’est ouvert que sur cet ordinateur">
    <p>
      Les textes donnent l’adresse <strong>{portal}</strong>, que personne d’autre ne peut ouvrir. Avant de les envoyer,
      faites installer Carnet sur un serveur, ou remplacez l’adresse.
    </p>
  </Notice>
)
