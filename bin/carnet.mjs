#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/cli.mjs', import.meta.url)
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('Carnet n’est pas encore construit. Lancez d’abord : npm install && npm run build\n')
  process.exit(2)
}
await import(built.href)
