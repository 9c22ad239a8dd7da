import { useState } from 'react'
import { type ImportPreview, NODE_KINDS, type NodeKind } from '../../../../src/contract/register.ts'
import { problem, upload } from '../api/index.ts'
import { Button, Dialog, FileDrop, Notice, Select } from '../design/index.ts'
import { Glyph } from './Glyph.tsx'
import { tell } from './told.ts'
import type { RegisterActs } from './use-register.ts'
import { KIND_WORDS } from './words.ts'

/** A map or a table made elsewhere: what it would add is shown first. What is there already is never touched. */
export function ImportDialog({ acts, onClose }: { readonly acts: RegisterActs; readonly onClose: () => void }) {
  const [preview, setPreview] = useState<ImportPreview>()
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const read = async ([file]: File[]) => {
    if (!file) return
    setPending(true)
    const answer = await upload<ImportPreview>('/register/preview', [file])
    setPending(false)
    setRefused('value' in answer ? undefined : problem(answer))
    setPreview('value' in answer ? answer.value : undefined)
  }
  const add = async () => {
    if (!preview) return
    const nodes = preview.nodes.map(({ there: _, ...node }) => node)
    setPending(true)
    const answer = await acts.act({ type: 'import', from: preview.file, nodes, edges: preview.edges })
    setPending(false)
    if (answer !== undefined) return setRefused(answer)
    tell(acts, undefined, `« ${preview.file} » est importé.`)
    onClose()
  }
  const added = preview?.nodes.filter(({ there }) => !there) ?? []
  return (
    <Dialog
      title="Importer une carte ou un tableau"
      open
      onClose={onClose}
      size="wide"
      acts={
        preview && (
          <>
            <Button onPress={() => setPreview(undefined)}>Choisir un autre fichier</Button>
            <Button kind="primary" isPending={pending} onPress={() => void add()}>
              {added.length > 0
                ? `Ajouter ${added.length === 1 ? 'cette fiche' : `ces ${added.length} fiches`}`
                : 'Ajouter les liens'}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        {preview ? (
          <PreviewTable preview={preview} onChange={setPreview} />
        ) : (
          <FileDrop
            title="Déposez le fichier ici"
            description="FreeMind ou Freeplane (.mm), MindMup (.mup), ou un tableau (.csv) avec les colonnes « nom » et « rattaché à », ou « service », « personne » et « jeu de données »."
            multiple={false}
            isPending={pending}
            onFiles={files => void read(files)}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Line by line: what it is taken for can be changed before anything is kept. */
function PreviewTable({
  preview,
  onChange,
}: {
  readonly preview: ImportPreview
  readonly onChange: (preview: ImportPreview) => void
}) {
  const { nodes, edges, remarks } = preview
  const there = nodes.filter(one => one.there)
  const added = nodes.filter(one => !one.there)
  const above = (id: string) => {
    const edge = edges.find(({ to }) => to === id)
    return edge && nodes.find(node => node.id === edge.from)?.name
  }
  const asKind = (id: string, kind: NodeKind) =>
    onChange({
      ...preview,
      nodes: nodes.map(node => (node.id === id ? { ...node, kind } : node)),
      edges: edges.map(edge => rightFor(edge, id, kind)),
    })
  return (
    <>
      <p>
        <strong>Rien n’est encore ajouté.</strong> {counted(added.length, 'fiche nouvelle', 'fiches nouvelles')},{' '}
        {counted(edges.length, 'lien', 'liens')}.{' '}
        {there.length > 0 &&
          `${counted(there.length, 'fiche est déjà là et reste', 'fiches sont déjà là et restent')} comme elle${there.length > 1 ? 's sont' : ' est'}.`}
      </p>
      {remarks.map(remark => (
        <p key={remark} className="soft small">
          {remark}
        </p>
      ))}
      <ul className="rg-preview">
        {added.map(({ id, kind, name }) => (
          <li key={id}>
            <Glyph kind={kind} />
            <span className="rg-preview-name">
              {name}
              {above(id) && <span className="small soft"> sous {above(id)}</span>}
            </span>
            <Select
              label={`Nature de ${name}`}
              value={kind}
              choices={NODE_KINDS.map(one => ({ id: one, label: KIND_WORDS[one] }))}
              onChange={one => asKind(id, one as NodeKind)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A set is held, anything else is a part. */
const rightFor = (edge: ImportPreview['edges'][number], id: string, kind: NodeKind) =>
  edge.to === id && (kind === 'set') === (edge.kind === 'in')
    ? { ...edge, kind: kind === 'set' ? ('holds' as const) : ('in' as const) }
    : edge

const counted = (many: number, one: string, several: string): string =>
  many > 1 ? `${many} ${several}` : `${many} ${one}`
