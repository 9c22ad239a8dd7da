import { isMapped } from '../../publication/files/formats.ts'
import type { PublishedSet } from '../../publication/published.ts'
import { embedPath, filePath, setPath, useSite } from '../site.ts'
import { day, LICENCE_WORDS } from '../words.ts'

/** How to cite it, show it elsewhere, and read it with a program. */
export function Reuse({ set }: { set: PublishedSet }) {
  const site = useSite()
  const { slug, fiche } = set
  const frame = `<iframe src="${site.base}${embedPath(slug)}" width="800" height="500" style="border:0" loading="lazy" title="${fiche.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
  return (
    <>
      <h3>Citer ces données</h3>
      <Copied
        text={`${fiche.producer}, « ${fiche.title} », ${day(set.modifiedAt)}, ${LICENCE_WORDS[fiche.licence].name}, ${site.base}${setPath(slug)}`}
      />
      <h3>Les montrer sur votre site</h3>
      <Copied text={frame} />
      <h3>Les lire avec un programme</h3>
      <Copied text={`${site.base}${filePath(slug, 'csv')}`} />
      {!site.isStatic && (
        <>
          <Copied text={`${site.base}/api/explore/v2.1/catalog/datasets/${slug}/records?limit=20`} />
          {isMapped(set.version) && <Copied text={`${site.base}/ogc/collections/${slug}/items?limit=20`} />}
          <p>
            <a href="/api">Toutes les façons de lire ces données</a> : fichiers, API, catalogues, cartes.
          </p>
        </>
      )}
      <p>
        <a href={site.href(`/jeux/${slug}/schema.json`)}>Ce que veulent dire les colonnes, pour les programmes</a> et{' '}
        <a href={site.href(`/jeux/${slug}/datapackage.json`)}>la fiche, pour les programmes</a>.
      </p>
    </>
  )
}

/** A text to take away: selected whole by a click without script, copied by a button with it. */
export const Copied = ({ text }: { text: string }) => (
  <p class="copied" data-island="copy">
    <code>{text}</code>
  </p>
)
