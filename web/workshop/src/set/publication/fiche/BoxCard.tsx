import { useEffect, useRef, useState } from 'react'
import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import { QUESTIONS } from '../../../../../../src/core/fiche/questions.ts'
import { useSession } from '../../../api/index.ts'
import { Button, french, HelpTip, Icon, toast } from '../../../design/index.ts'
import { momentInWords } from '../../shared/words.ts'
import { usePublication } from '../publication-context.ts'
import { Advice } from './Advice.tsx'
import { BoxEditor } from './BoxEditor.tsx'
import { Remarks } from './Remarks.tsx'
import { showValue } from './show-value.ts'

/** One box: what stands in it, who wrote it, what Carnet advises, what reviewers said, and the ways to change it. */
export function BoxCard({ box, asked }: { readonly box: FicheBox; readonly asked: boolean }) {
  const { may } = useSession()
  const [editing, setEditing] = useState(false)
  const { label } = QUESTIONS[box.field]
  const changer = useButtonBack(editing)
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed goes away with what it did: the keyboard stays on the box.
  const stay = () => heading.current?.focus()
  return (
    <li className={`fiche-box${box.value === null && box.required ? ' fiche-box-missing' : ''}`}>
      <div className="fiche-box-head">
        <h4 ref={heading} tabIndex={-1}>
          {label}
        </h4>
        <HelpTip about={label} meaning={box.question} example={box.example} />
      </div>
      <div className="stack stack-tight">
        {editing ? (
          <BoxEditor box={box} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Value box={box} asked={asked} />
            {!asked && <Advice box={box} onTaken={stay} />}
            <Remarks box={box} onSeen={stay} />
            <div className="row fiche-box-foot">
              <Writer box={box} />
              {may('prepare') && (
                <span className="row fiche-box-acts no-print">
                  {!asked && (
                    <span ref={changer}>
                      <Button kind="quiet" size="small" icon="edit" onPress={() => setEditing(true)}>
                        {box.value === null || box.value === '' ? 'Remplir' : 'Modifier'}
                        <span className="sr-only"> : {label}</span>
                      </Button>
                    </span>
                  )}
                  {box.from === 'person' && <GiveBack box={box} label={label} onGiven={stay} />}
                </span>
              )}
            </div>
          </>
        )}
      </div>
    </li>
  )
}

/** Once the box is closed, the button that opened it has the keyboard again. */
function useButtonBack(editing: boolean) {
  const place = useRef<HTMLSpanElement>(null)
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !editing) place.current?.querySelector('button')?.focus()
    was.current = editing
  }, [editing])
  return place
}

function Value({ box, asked }: { readonly box: FicheBox; readonly asked: boolean }) {
  const text = showValue(box.field, box.value)
  if (text !== '') return <p className="fiche-value">{french(text)}</p>
  if (asked) return <p className="soft">C’est la question posée ci-dessus.</p>
  return <p className="soft">{box.required ? 'À remplir : rien ne s’ouvre sans elle.' : 'Vide : facultatif.'}</p>
}

function Writer({ box }: { readonly box: FicheBox }) {
  if (box.from === 'person')
    return (
      <span className="small soft fiche-writer">
        <Icon name="person" size={16} /> Écrit par {box.by}, le {momentInWords(box.at ?? '')}
      </span>
    )
  return (
    <span className="small soft fiche-writer">
      <Icon name="journal" size={16} /> {box.value === null ? 'Carnet ne le sait pas' : 'Rempli par Carnet'}
    </span>
  )
}

interface GiveBackProps {
  readonly box: FicheBox
  readonly label: string
  readonly onGiven: () => void
}

function GiveBack({ box, label, onGiven }: GiveBackProps) {
  const { ask } = usePublication()
  const give = async () => {
    const refused = await ask('fiche', { boxes: { [box.field]: null } }, `${label} : rendu à Carnet.`, 'PATCH')
    if (refused !== undefined) return toast({ kind: 'error', text: refused })
    onGiven()
  }
  return (
    <Button kind="quiet" size="small" icon="undo" onPress={() => void give()}>
      Rendre à Carnet<span className="sr-only"> : {label}</span>
    </Button>
  )
}
