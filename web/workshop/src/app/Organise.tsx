import { Outlet } from 'react-router'
import { TabNav } from '../design/index.ts'

/** What is settled before the files come, and with whom. */
export const ORGANISE = [
  { to: '/diagnostic', title: 'Diagnostic' },
  { to: '/souhaits', title: 'Liste de souhaits' },
  { to: '/qui-a-quoi', title: 'Qui a quoi' },
  { to: '/demandes', title: 'Demandes' },
  { to: '/sensibiliser', title: 'Sensibiliser' },
] as const

/** The pages of the first two days, one beside the other. */
export default function Organise() {
  return (
    <>
      <div className="page-tabs no-print">
        <TabNav label="Organiser" tabs={ORGANISE} />
      </div>
      <Outlet />
    </>
  )
}
