import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import { useSession } from '../../../api/index.ts'
import { Button, Icon, toast } from '../../../design/index.ts'
import { momentInWords } from '../../shared/words.ts'
import { usePublication } from '../publication-context.ts'

/** What reviewers said of this box by their link; it stays until somebody says that it is seen. */
export function Remarks({ box, onSeen }: { readonly box: FicheBox; readonly onSeen: () => void }) {
  const { ask } = usePublication()
  const { may } = useSession()
  if (!box.remarks || box.remarks.length === 0) return null
  const seen = async (seq: number) => {
    const refused = await ask(`fiche/remarks/${seq}`, {}, 'Remarque rangée.')
    if (refused !== undefined) return toast({ kind: 'error', text: refused })
    onSeen()
  }
  return (
    <ul className="stack stack-tight fiche-remarks">
      {box.remarks.map(({ seq, label, at, remark }) => (
        <li key={seq}>
          <Icon name="mail" size={18} />
          <div className="stack stack-tight">
            <p>
              <strong>{label}</strong> <span className="small soft">le {momentInWords(at)}</span>
            </p>
            <p className="fiche-value">{remark}</p>
            {may('prepare') && (
              <div>
                <Button size="small" icon="check" onPress={() => void seen(seq)}>
                  C’est vu
                </Button>
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
