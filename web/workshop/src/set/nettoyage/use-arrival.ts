import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { rowIdentity } from '../../../../../src/contract/sets.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'

/** An address may name a cell (see shared/cell-address.ts): the sheet opens there, once. */
export function useArrival(session: SheetSession, data: SheetData, go: (row: number, column: number) => void): void {
  const [query] = useSearchParams()
  const arrived = useRef('')
  useEffect(() => {
    const [line, column, key] = [query.get('ligne'), query.get('colonne'), query.get('cle')]
    const address = query.toString()
    if (line === null || arrived.current === address) return
    arrived.current = address
    void rowOf(session, data, Number(line), key).then(row => {
      if (row !== undefined) go(row, Math.max(0, column === null ? 0 : data.names.indexOf(column)))
    })
  }, [query, session, data, go])
}

async function rowOf(session: SheetSession, data: SheetData, line: number, key: string | null) {
  const named = key === null ? undefined : rowIdentity.safeParse(parsed(key))
  const [found] = named?.success ? await session.find([named.data]) : []
  return found ?? data.order[line - 2]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
