import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** React Aria carries its few sentences in thirty languages, 40 kB compressed: French is kept, and English which it falls back to. */
const frenchOnly = (): Plugin => ({
  name: 'french-only',
  enforce: 'pre',
  load: id => {
    const language = /\/react-(?:aria|stately)\/.*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
    return language && !['fr-FR', 'en-US'].includes(language) ? 'export default {}' : null
  },
})

/** In the sentences of components no line ends between a guillemet and its word; those of the server go through `french`. */
const guillemets = (): Plugin => ({
  name: 'guillemets',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.tsx') ? { code: code.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»'), map: null } : null,
})

/** In the worker, the library of opening hours comes when hours are evaluated, not before a table is shown. */
const hoursLater = (): Plugin => ({
  name: 'hours-later',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'opening_hours' && importer !== LATE_HOURS && importer?.includes('/src/core/') ? LATE_HOURS : null,
})
const LATE_HOURS = fileURLToPath(new URL('src/worker/opening-hours.ts', import.meta.url))

/** The workshop, one page. Built into dist/workshop, served by `carnet start` under /atelier/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/atelier/',
  plugins: [guillemets(), react(), frenchOnly()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/workshop', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file of ours: the policy refuses inline scripts and data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', plugins: () => [hoursLater()] },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
