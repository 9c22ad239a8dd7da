import type { LinkPage } from '../../../../src/contract/link.ts'
import { LinkTable } from './LinkTable.tsx'

/** To look at, nothing else. */
export const ReadPart = ({ page }: { readonly page: LinkPage }) => (
  <>
    <p>
      Voici où en est « {page.setTitle} », préparé par la mairie de {page.town.name} pour être ouvert à tous.
    </p>
    <LinkTable page={page} />
  </>
)
