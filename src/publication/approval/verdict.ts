import type { GivenVerdict } from '../../contract/link.ts'

type Verdict = GivenVerdict['verdict']

/** What the history says of each. */
const SAID: Readonly<Record<Verdict, string>> = {
  yes: 'Oui, ces données peuvent être ouvertes',
  no: 'Non, ces données ne peuvent pas être ouvertes',
  sensitive: 'Sensible, ne pas ouvrir',
  remark: 'Remarque',
}

/** The act and the note of a verdict: the journal is where it is kept. It changes nothing of the table. */
export const verdictEntry = (verdict: Verdict, remark: string) => ({
  act: `verdict-${verdict}`,
  beside: true as const,
  note: remark === '' ? SAID[verdict] : `${SAID[verdict]} : ${remark}`,
})

export function verdictOf({ at, act, note }: { at: string; act: string; note: string }): GivenVerdict | undefined {
  const verdict = (Object.keys(SAID) as Verdict[]).find(one => act === `verdict-${one}`)
  if (!verdict) return undefined
  const remark = note.slice(SAID[verdict].length + ' : '.length)
  return { at, verdict, ...(remark !== '' && { remark }) }
}
