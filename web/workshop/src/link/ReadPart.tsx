import type { LinkPage } from '../../../../src/contract/link.ts'
import { ofTown } from '../../../../src/core/places/communes/of-town.ts'
import { LinkFiche } from './LinkFiche.tsx'
import { LinkMap } from './LinkMap.tsx'
import { LinkTable } from './LinkTable.tsx'

/** To look at, nothing else. */
export const ReadPart = ({ page }: { readonly page: LinkPage }) => (
  <>
    <p>
      Voici où en est « {page.setTitle} », préparé par la mairie {ofTown(page.town.name)} pour être ouvert à tous.
    </p>
    <LinkFiche page={page} />
    <LinkMap page={page} />
    <LinkTable page={page} />
  </>
)
