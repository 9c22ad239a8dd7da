import { usePublication } from '../publication-context.ts'
import { BlockerList } from './BlockerList.tsx'
import { FormulaCells } from './FormulaCells.tsx'
import { OpenForm } from './OpenForm.tsx'
import { PublicAddress } from './PublicAddress.tsx'
import { PublicPreview } from './PublicPreview.tsx'

/** What still keeps the set closed, what the public will read, and the one button. Once open: the address, and what is behind. */
export function OpenPart() {
  const { state } = usePublication()
  const { published } = state
  return (
    <>
      <h3 tabIndex={-1} id="opening-title">
        {published ? 'Ouvert à tous' : 'Ouvrir à tous'}
      </h3>
      {published && <PublicAddress published={published} />}
      {(!published || published.behind) && (
        <>
          <BlockerList />
          <FormulaCells />
          <OpenForm />
        </>
      )}
      <PublicPreview />
    </>
  )
}
