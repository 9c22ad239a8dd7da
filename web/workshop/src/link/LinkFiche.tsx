import { type FormEvent, useState } from 'react'
import type { LinkBox, LinkPage } from '../../../../src/contract/link.ts'
import { QUESTIONS } from '../../../../src/core/fiche/questions.ts'
import { announce, Button, TextArea } from '../design/index.ts'
import { showValue } from '../set/publication/fiche/show-value.ts'
import type { Given } from './use-outbox.ts'
import { momentInWords } from './words.ts'

/** The fiche as the public will read it. With an outbox, each box takes a remark. */
export function LinkFiche({ page, outbox }: { readonly page: LinkPage; readonly outbox?: Given }) {
  const boxes = page.fiche ?? []
  if (boxes.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="fiche">
      <h2 id="fiche" tabIndex={-1}>
        La fiche descriptive
      </h2>
      <p className="small soft">Elle présentera ces données au public.</p>
      <dl className="link-fiche">
        {boxes.map(box => (
          <Box key={box.field} box={box} outbox={outbox} />
        ))}
      </dl>
    </section>
  )
}

function Box({ box, outbox }: { readonly box: LinkBox; readonly outbox: Given | undefined }) {
  const text = showValue(box.field, box.value)
  const { label } = QUESTIONS[box.field]
  if (text === '' && !outbox) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <p className="link-fiche-value">{text === '' ? <span className="soft">pas encore rempli</span> : text}</p>
        {box.remarks.map(({ at, remark }) => (
          <p key={at} className="link-fiche-remark">
            <span className="small soft">Votre remarque, le {momentInWords(at)}</span>
            <br />
            {remark}
          </p>
        ))}
        {outbox && <RemarkForm box={box} label={label} outbox={outbox} />}
      </dd>
    </div>
  )
}

interface RemarkFormProps {
  readonly box: LinkBox
  readonly label: string
  readonly outbox: Given
}

/** Closed until it is wanted: fifteen open boxes would frighten anybody. */
function RemarkForm({ box, label, outbox }: RemarkFormProps) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const waiting = outbox.left.some(
    ({ path, body, refused }) => path === 'remarks' && body.field === box.field && !refused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setOpen(false)
    outbox.give('remarks', { field: box.field, remark: text.trim() })
    setText('')
    setOpen(false)
    announce(`Votre remarque sur « ${label} » est notée.`)
  }
  if (waiting) return <p className="small soft">Votre remarque est en route.</p>
  if (!open)
    return (
      <div className="no-print">
        <Button kind="quiet" size="small" icon="edit" onPress={() => setOpen(true)}>
          Faire une remarque<span className="sr-only"> sur « {label} »</span>
        </Button>
      </div>
    )
  return (
    <form className="stack stack-tight" onSubmit={submit}>
      <TextArea label={`Votre remarque sur « ${label} »`} rows={2} value={text} onChange={setText} autoFocus />
      <div className="row">
        <Button type="submit" size="small" kind="primary">
          Noter
        </Button>
        <Button size="small" kind="quiet" onPress={() => setOpen(false)}>
          Annuler
        </Button>
      </div>
    </form>
  )
}
