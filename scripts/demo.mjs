// Opens the example town on http://localhost:3000. What is done there is kept in demo/out/ville until `npm run demo -- --neuf`.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const DATA = 'demo/out/ville'
const args = process.argv.slice(2)
if (args.includes('--neuf')) rmSync(DATA, { recursive: true, force: true })

console.log("DONNÉES D'EXEMPLE : tout est inventé. N'y cherchez ni un défibrillateur, ni un commerce.\n")
const server = spawn(
  process.execPath,
  ['bin/carnet.mjs', 'start', '--data', DATA, '--example', '--published', ...args.filter(arg => arg !== '--neuf')],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', code => process.exit(code ?? 0))
