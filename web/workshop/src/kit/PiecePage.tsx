import { useParams } from 'react-router'
import type { KitPiece } from '../../../../src/contract/kit.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, LinkButton, PageHeader } from '../design/index.ts'
import { Away } from './Away.tsx'
import './kit.css'
import { PieceEditor } from './PieceEditor.tsx'
import { PosterSheet, PrintedPiece } from './PrintedPiece.tsx'

/** One text of the kit: read, written, taken away, printed. */
export default function PiecePage() {
  const { piece: name = '' } = useParams()
  const piece = useApi<KitPiece>(`/kit/pieces/${encodeURIComponent(name)}`)
  return (
    <div className="page stack stack-loose">
      <div className="no-print">
        <LinkButton kind="quiet" size="small" icon="arrow-left" to="/faire-savoir">
          Tous les textes
        </LinkButton>
      </div>
      <Load from={piece}>
        {value => (
          <div className="stack">
            <div className="no-print">
              <PageHeader
                title={value.title}
                intro={value.purpose}
                acts={
                  <Button icon="print" onPress={() => print()}>
                    Imprimer ou PDF
                  </Button>
                }
              />
            </div>
            <div className="kit-desk">
              <PieceEditor
                key={`${value.name}-${value.version}`}
                piece={value}
                onWritten={piece.put}
                onLate={piece.reload}
              />
              <Away piece={value} />
              <section className="kit-paper stack stack-tight" aria-labelledby="papier">
                <div className="no-print">
                  <h2 id="papier">Sur le papier</h2>
                  <p className="small soft">Le texte enregistré, tel qu’il s’imprime.</p>
                </div>
                {value.group === 'poster' ? <PosterSheet piece={value} /> : <PrintedPiece body={value.body} />}
              </section>
            </div>
          </div>
        )}
      </Load>
    </div>
  )
}
