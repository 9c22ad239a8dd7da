import { TabNav } from '../design/index.ts'

const TABS = [
  { to: '/faire-savoir', title: 'Textes et affiche' },
  { to: '/faire-savoir/portail', title: 'Votre portail' },
  { to: '/faire-savoir/copies', title: 'Copies ailleurs' },
]

/** What is done once data is open: it is told, and copied. */
export const PublicTabs = () => <TabNav label="Faire savoir" tabs={TABS} />
