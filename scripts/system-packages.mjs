// What Carnet needs of the machine besides Node. On Debian and as root it is installed, in one sentence; elsewhere the sentence says what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'

const onPath = program => (process.env.PATH ?? '').split(':').some(folder => existsSync(join(folder, program)))
const pythonHas = module => existsSync(`/usr/lib/python3/dist-packages/${module}`)
const postgresOfDebian = () => {
  const folder = '/usr/lib/postgresql'
  return existsSync(folder) && readdirSync(folder).some(version => existsSync(join(folder, version, 'bin/initdb')))
}

/** Real clients of what Carnet publishes: only the tests need them. */
export const CLIENTS = ['gdal', 'libreoffice', 'rapper', 'rdflib', 'feedparser']

/** Each tool: how to see it, the Debian packages that bring it, and what goes without it. */
const TOOLS = {
  compiler: {
    there: () => ['python3', 'make', 'g++'].every(onPath),
    packages: ['python3', 'make', 'g++'],
    label: 'de quoi construire better-sqlite3 (python3, make, g++)',
    without: 'la base de données ne peut pas être construite',
  },
  chromium: {
    there: () => findChromium() !== undefined,
    packages: ['chromium'],
    label: 'Chromium',
    without: 'les essais dans un navigateur seront sautés',
  },
  postgresql: {
    there: () => postgresOfDebian() || onPath('initdb'),
    packages: ['postgresql'],
    label: 'PostgreSQL',
    without: 'les essais avec PostgreSQL seront sautés',
  },
  gdal: {
    there: () => onPath('ogrinfo'),
    packages: ['gdal-bin'],
    label: 'GDAL',
    without: 'les essais qui lisent OGC API et GeoJSON avec GDAL seront sautés',
  },
  libreoffice: {
    there: () => onPath('soffice'),
    packages: ['libreoffice-calc'],
    label: 'LibreOffice Calc',
    without: 'les essais qui ouvrent les classeurs avec LibreOffice seront sautés',
  },
  rapper: {
    there: () => onPath('rapper'),
    packages: ['raptor2-utils'],
    label: 'rapper',
    without: 'les essais qui lisent le catalogue avec rapper seront sautés',
  },
  rdflib: {
    there: () => pythonHas('rdflib'),
    packages: ['python3-rdflib'],
    label: 'rdflib',
    without: 'les essais qui lisent le catalogue avec rdflib seront sautés',
  },
  feedparser: {
    there: () => pythonHas('feedparser'),
    packages: ['python3-feedparser'],
    label: 'feedparser',
    without: 'l’essai qui lit le fil Atom avec feedparser sera sauté',
  },
}

const isRootOnDebian = () =>
  process.getuid?.() === 0 &&
  onPath('apt-get') &&
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

/** Brings the tools that are missing. Says what it does, or what will be skipped; never stops what comes after. */
export function bring(...names) {
  const missing = names.map(name => TOOLS[name]).filter(({ there }) => !there())
  if (missing.length === 0) return
  const labels = missing.map(({ label }) => label).join(', ')
  if (process.env.CARNET_NO_INSTALL || !isRootOnDebian()) return sayWhatIsSkipped(missing)
  console.error(`J'installe ${labels} avec apt-get : quelques minutes, une seule fois.`)
  const packages = missing.flatMap(tool => tool.packages)
  if (!install(packages)) {
    apt('update', '-qq')
    install(packages)
  }
  const still = missing.filter(({ there }) => !there())
  if (still.length > 0) sayWhatIsSkipped(still)
}

const install = packages => apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

function sayWhatIsSkipped(missing) {
  for (const { label, packages, without } of missing)
    console.error(`Il manque ${label} : ${without}. Sous Debian : apt install ${packages.join(' ')}`)
}
