import { useEffect, useState } from 'react'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { useSet } from '../set-context.ts'

type Marks = ReadonlyMap<number, ReadonlyMap<number, string>>
const NOBODY: Marks = new Map()

/** Where the others are in the sheet: by row, then by column, their name. */
export function useOthers(session: SheetSession, data: SheetData): Marks {
  const { others } = useSet()
  const [marks, setMarks] = useState<Marks>(NOBODY)
  useEffect(() => {
    const here = others.flatMap(({ name, cell }) => (cell ? [{ name, ...cell }] : []))
    if (here.length === 0) return setMarks(NOBODY)
    let wanted = true
    void session.find(here.map(({ row }) => row)).then(rows => {
      if (!wanted) return
      const found = new Map<number, Map<number, string>>()
      here.forEach(({ name, column }, at) => {
        const [row, where] = [rows[at], data.names.indexOf(column)]
        if (row !== undefined) found.set(row, (found.get(row) ?? new Map()).set(where, name))
      })
      setMarks(found)
    })
    return () => {
      wanted = false
    }
  }, [others, session, data])
  return marks
}
