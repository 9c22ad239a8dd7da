import type { ComponentType } from 'react'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { arrive } from './arrival.ts'
import { Broken } from './Broken.tsx'
import { Gate } from './Gate.tsx'
import { NotFound } from './NotFound.tsx'
import { Opening } from './Opening.tsx'

/** Each page is a file of its own, fetched when it is opened. */
const page = (load: () => Promise<{ default: ComponentType }>): NonNullable<RouteObject['lazy']> => {
  return async () => ({ Component: (await load()).default })
}

/** Inside a set, in the order of the work. The tabs receive the set by `useSet()`. */
const SET: RouteObject[] = [
  { index: true, lazy: page(() => import('../set/FirstTab.tsx')) },
  { path: 'sources', lazy: page(() => import('../set/sources/SourcesTab.tsx')) },
  { path: 'colonnes', lazy: page(() => import('../set/colonnes/ColonnesTab.tsx')) },
  { path: 'nettoyage', lazy: page(() => import('../set/nettoyage/NettoyageTab.tsx')) },
  { path: 'a-completer', lazy: page(() => import('../set/completer/CompleterTab.tsx')) },
  { path: 'verification', lazy: page(() => import('../set/verification/VerificationTab.tsx')) },
  { path: 'publication', lazy: page(() => import('../set/publication/PublicationTab.tsx')) },
  { path: 'nouveau-fichier', lazy: page(() => import('../set/nouveau-fichier/NewFilePage.tsx')) },
  { path: 'saisie', lazy: page(() => import('../entry/EntryPage.tsx')) },
  { path: 'carte', lazy: page(() => import('../entry/MapPage.tsx')) },
]

/** Days 1 and 2: what is settled before the files come. */
const GROUND: RouteObject[] = [
  { path: 'demandes', lazy: page(() => import('../requests/RequestsPage.tsx')) },
  { path: 'demandes/nouvelle', lazy: page(() => import('../requests/NewRequestPage.tsx')) },
  { path: 'demandes/:id', lazy: page(() => import('../requests/MailingPage.tsx')) },
  { path: 'souhaits', lazy: page(() => import('../wishes/WishesPage.tsx')) },
  { path: 'diagnostic', lazy: page(() => import('../diagnosis/DiagnosisPage.tsx')) },
  { path: 'diagnostic/questions/:part', lazy: page(() => import('../diagnosis/PartPage.tsx')) },
  { path: 'sensibiliser', lazy: page(() => import('../awareness/AwarenessPage.tsx')) },
  { path: 'sensibiliser/:course', lazy: page(() => import('../awareness/CoursePage.tsx')) },
  { path: 'sensibiliser/textes/:name', lazy: page(() => import('../awareness/TextPage.tsx')) },
  { path: 'qui-a-quoi', lazy: page(() => import('../register/RegisterPage.tsx')) },
]

const PAGES: RouteObject[] = [
  { index: true, lazy: page(() => import('../home/HomePage.tsx')) },
  { path: 'jeux', lazy: page(() => import('../home/SetsPage.tsx')) },
  { path: 'jeux/nouveau', lazy: page(() => import('../home/CreateSetPage.tsx')) },
  { path: 'jeux/:slug', lazy: page(() => import('../set/SetPage.tsx')), children: SET },
  { lazy: page(() => import('./Organise.tsx')), children: GROUND },
  { path: 'fichiers', lazy: page(() => import('../inbox/InboxPage.tsx')) },
  { path: 'faire-savoir', lazy: page(() => import('../kit/KitPage.tsx')) },
  { path: 'faire-savoir/:piece', lazy: page(() => import('../kit/PiecePage.tsx')) },
  { path: 'faire-savoir/portail', lazy: page(() => import('../portal/PortalPage.tsx')) },
  { path: 'faire-savoir/portail/:name', lazy: page(() => import('../portal/LegalPage.tsx')) },
  { path: 'faire-savoir/copies', lazy: page(() => import('../copies/CopiesPage.tsx')) },
  { path: 'carnet-de-bord', lazy: page(() => import('../logbook/LogbookPage.tsx')) },
  { path: 'accompagnement', lazy: page(() => import('../coach/CoachPage.tsx')) },
  { path: 'journal', lazy: page(() => import('../journal/JournalPage.tsx')) },
  { path: 'corbeille', lazy: page(() => import('../trash/TrashPage.tsx')) },
  { path: 'equipe', lazy: page(() => import('../people/PeoplePage.tsx')) },
  { path: 'commune', lazy: page(() => import('../people/TownPage.tsx')) },
  { path: 'travaux', lazy: page(() => import('../jobs/JobsPage.tsx')) },
  { path: 'aide', lazy: page(() => import('../help/HelpPage.tsx')) },
  { path: 'modeles', lazy: page(() => import('../models/ModelsPage.tsx')) },
  { path: 'modeles/nouveau', lazy: page(() => import('../models/NewModelPage.tsx')) },
  { path: 'modeles/:id', lazy: page(() => import('../models/ModelPage.tsx')) },
  { path: 'accueil', element: <Navigate to="/" replace /> },
  { path: '*', Component: NotFound },
]

export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: Broken,
      HydrateFallback: Opening,
      children: [
        /** Without account: outside the shell. */
        { path: 'lien/:token', lazy: page(() => import('../link/LinkPage.tsx')) },
        { path: 'entrer/:token', lazy: page(() => import('../sign-in/EnterPage.tsx')) },
        { Component: Gate, children: [{ ErrorBoundary: Broken, children: PAGES }] },
      ],
    },
  ],
  { basename: '/atelier' },
)

let place = router.state.location.pathname
router.subscribe(({ location }) => {
  if (location.pathname !== place) arrive()
  place = location.pathname
})
