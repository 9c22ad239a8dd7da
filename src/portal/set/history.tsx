import type { PublishedSet } from '../../publication/published.ts'
import { useSite, versionFilePath, versionPath } from '../site.ts'
import { moment, plural, shortHash } from '../words.ts'

/** Every version, latest first: each has its address for ever. */
export function History({ set: { slug, versions } }: { set: PublishedSet }) {
  const site = useSite()
  return (
    <ol class="history" reversed>
      {versions.map(({ hash, createdAt, rows }, at) => (
        <li key={hash}>
          <a href={site.href(versionPath(slug, hash))}>{moment(createdAt)}</a>
          {at === 0 && <span class="badge">la dernière</span>}
          <span class="soft">
            {plural(rows, 'ligne')}, version <code>{shortHash(hash)}</code>,{' '}
            <a href={site.href(versionFilePath(slug, hash, 'csv'))}>CSV</a>
          </span>
        </li>
      ))}
    </ol>
  )
}
