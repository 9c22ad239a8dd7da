import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The workshop, one page. Built into dist/workshop, served by `carnet start` under /atelier/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/atelier/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/workshop', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file of ours: the policy refuses inline scripts and data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
