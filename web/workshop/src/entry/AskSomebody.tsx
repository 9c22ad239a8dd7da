import { useState } from 'react'
import { Button } from '../design/index.ts'
import { ShareDialog } from '../link/ShareDialog.tsx'
import { type Form, fieldsOf } from './form.ts'
import type { SetRows } from './use-set-rows.ts'

/** Somebody else knows the rows: a link without account, for the columns that she knows. */
export function AskSomebody({ set, form }: { readonly set: SetRows; readonly form: Form }) {
  const [open, setOpen] = useState(false)
  const fields = form.sections.flatMap(({ items }) => items.flatMap(fieldsOf))
  const first = form.sections.filter(section => section.open).flatMap(({ items }) => items.flatMap(fieldsOf))
  return (
    <>
      <Button size="small" icon="link" onPress={() => setOpen(true)}>
        Demander à quelqu’un
      </Button>
      <ShareDialog
        setTitle={set.state.title}
        scope={{ type: 'fill', set: set.state.slug, columns: first.map(({ name }) => name) }}
        fields={fields}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
