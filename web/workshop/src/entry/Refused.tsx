import { Button, Notice } from '../design/index.ts'
import type { SetRows } from './use-set-rows.ts'

/** What the server would not keep: said until it has been read. */
export function Refused({ pending, forget }: Pick<SetRows, 'pending' | 'forget'>) {
  return pending.flatMap(({ key, refused }) =>
    refused === undefined
      ? []
      : [
          <Notice key={key} kind="error" live acts={<Button onPress={() => forget(key)}>J’ai compris</Button>}>
            {refused}
          </Notice>,
        ],
  )
}
