import { Icon } from '../design/index.ts'

/** Everything that the town has here, in one file that other programs read and that another Carnet takes back. */
export const Leave = () => (
  <section className="card stack settings" aria-labelledby="emporter">
    <h2 id="emporter">Tout emporter</h2>
    <p>
      Toute la commune dans un seul fichier : vos fichiers tels que vous les avez envoyés, vos tableaux au propre, ce
      qui a été publié, vos textes et tout l’historique. Vous pouvez partir quand vous voulez, ou le donner à un autre
      Carnet vide : il reprendra tout.
    </p>
    <p>
      <a className="c-button c-button-secondary c-button-normal" href="/api/atelier/archive" download>
        <Icon name="download" /> Télécharger l’archive de la commune
      </a>
    </p>
    <p className="small soft">Elle contient aussi ce qui n’est pas publié : gardez-la en lieu sûr.</p>
  </section>
)
