import { useParams } from 'react-router'
import type { KitPiece } from '../../../../src/contract/kit.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, PageHeader } from '../design/index.ts'
import { Away } from '../kit/Away.tsx'
import '../kit/kit.css'
import { PieceEditor } from '../kit/PieceEditor.tsx'
import { PrintedPiece } from '../kit/PrintedPiece.tsx'
import { placeOf } from './words.ts'

/** One text of the courses: read, written, taken away, printed. */
export default function TextPage() {
  const { name = '' } = useParams()
  const text = useApi<KitPiece>(`/awareness/${encodeURIComponent(name)}`)
  const place = placeOf(name)
  return (
    <div className="page stack stack-loose">
      <Load from={text}>
        {value => (
          <div className="stack">
            <div className="no-print">
              <PageHeader
                title={value.title}
                intro={value.purpose}
                up={{ to: '/sensibiliser', title: 'Sensibiliser' }}
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
                place={place}
                onWritten={text.put}
                onLate={text.reload}
              />
              <Away piece={value} place={place} />
              <section className="kit-paper stack stack-tight" aria-labelledby="papier">
                <div className="no-print">
                  <h2 id="papier">Sur le papier</h2>
                  <p className="small soft">Le texte enregistré, tel qu’il s’imprime.</p>
                </div>
                <PrintedPiece body={value.body} />
              </section>
            </div>
          </div>
        )}
      </Load>
    </div>
  )
}
