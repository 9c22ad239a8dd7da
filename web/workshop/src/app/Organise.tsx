import { Outlet } from 'react-router'
import { TabNav } from '../design/index.ts'
import { ORGANISE } from './organise-pages.ts'

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
