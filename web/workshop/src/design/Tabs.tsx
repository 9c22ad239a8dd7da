import { type ReactNode, useEffect, useRef } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import { NavLink, useLocation } from 'react-router'
import './tabs.css'

interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly title: ReactNode; readonly content: ReactNode }[]
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}

/** Tabs inside a page: what is in them has no address of its own. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="stack"
      {...(selected !== undefined && { selectedKey: selected })}
      {...(onSelect && { onSelectionChange: (id: string | number) => onSelect(String(id)) })}
    >
      <TabList className="c-tabs" aria-label={label}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className="c-tab">
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id}>
          {/* A panel that holds buttons takes no focus itself: what is in it can, when the button that had it goes away. */}
          <div className="c-tab-inside" tabIndex={-1}>
            {tab.content}
          </div>
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

interface TabNavProps {
  readonly label: string
  readonly tabs: readonly { readonly to: string; readonly title: string; readonly remark?: string | undefined }[]
}

/** Tabs that are addresses: a reload, a bookmark and the back button keep their sense. */
export function TabNav({ label, tabs }: TabNavProps) {
  const bar = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a narrow screen the tab that is open may be beyond the edge: only the bar moves, never the page.
  useEffect(() => {
    const [frame, tab] = [bar.current, bar.current?.querySelector<HTMLElement>('[aria-current="page"]')]
    if (frame && tab) frame.scrollLeft = tab.offsetLeft + tab.offsetWidth / 2 - frame.clientWidth / 2
  }, [pathname])
  return (
    <nav className="c-tabs" aria-label={label} ref={bar}>
      {tabs.map(({ to, title, remark }) => (
        <NavLink key={to} to={to} end={tabs.some(other => other.to.startsWith(`${to}/`))} className="c-tab">
          {title}
          {remark && <span className="c-tab-remark">{remark}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
