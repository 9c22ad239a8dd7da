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
          <>
            <div className="no-print stack">
              <PageHeader
                title={value.title}
                intro={value.purpose}
                acts={
                  <Button icon="print" onPress={() => print()}>
                    Imprimer ou PDF
                  </Button>
                }
              />
              <PieceEditor
                key={`${value.name}-${value.version}`}
                piece={value}
                onWritten={piece.put}
                onLate={piece.reload}
              />
              <Away piece={value} />
              <h2>Sur le papier</h2>
            </div>
            {value.group === 'poster' ? <PosterSheet piece={value} /> : <PrintedPiece body={value.body} />}
          </>
        )}
      </Load>
    </div>
  )
}
