import './no-eval.ts'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { askEarly } from './api/client.ts'
import { SessionProvider } from './api/index.ts'
import { showAppearance } from './app/appearance.ts'
import { router } from './app/router.tsx'
import './design/tokens.css'
import './design/base.css'
import { Messages } from './design/index.ts'

askEarly('/session')
const slug = /^\/atelier\/jeux\/([\w-]+)\//.exec(location.pathname)?.[1]
if (slug) askEarly(`/sets/${slug}`)
showAppearance()
createRoot(document.getElementById('app')!).render(
  <I18nProvider locale="fr-FR">
    <SessionProvider>
      <RouterProvider router={router} />
    </SessionProvider>
    <Messages />
  </I18nProvider>,
)
