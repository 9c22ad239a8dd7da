import { Icon } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { exportAddress } from '../shared/addresses.ts'

const FORMATS = [
  { id: 'csv', title: 'CSV', detail: 'le format que tous les outils lisent' },
  { id: 'xlsx', title: 'Excel', detail: 'pour le relire ou l’imprimer' },
  { id: 'ods', title: 'LibreOffice', detail: 'le même, au format ouvert' },
  { id: 'geojson', title: 'GeoJSON', detail: 'pour les cartes' },
] as const

/** The table and its report, to take away. */
export function Downloads({ placed }: { readonly placed: boolean }) {
  const { state } = useSet()
  const formats = FORMATS.filter(({ id }) => id !== 'geojson' || placed)
  return (
    <section className="stack no-print" aria-labelledby="downloads">
      <h3 id="downloads">Télécharger</h3>
      <ul className="row downloads">
        {formats.map(({ id, title, detail }) => (
          <Download key={id} href={exportAddress(state.slug, id)} title={`Le tableau en ${title}`} detail={detail} />
        ))}
        <Download
          href={exportAddress(state.slug, 'report.csv')}
          title="Le rapport"
          detail="chaque constat, ligne par ligne"
        />
      </ul>
    </section>
  )
}

const Download = ({ href, title, detail }: { href: string; title: string; detail: string }) => (
  <li>
    <a className="card download" href={href} download>
      <Icon name="download" />
      <span>
        <strong>{title}</strong>
        <small className="soft">{detail}</small>
      </span>
    </a>
  </li>
)
