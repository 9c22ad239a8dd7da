// Makes data/communes.tsv and data/departements.tsv from @etalab/decoupage-administratif (MIT; data: INSEE, Licence Ouverte). Run by hand when the package's edition changes.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const communes = require('@etalab/decoupage-administratif/data/communes.json')
const groups = require('@etalab/decoupage-administratif/data/epci.json')
const { version } = require('@etalab/decoupage-administratif/package.json')

const epciOf = new Map(groups.flatMap(group => group.membres.map(member => [member.code, group.code])))

const line = commune => {
  const parent = commune.type === 'commune-actuelle' ? '' : (commune.chefLieu ?? commune.commune)
  const postcodes = (commune.codesPostaux ?? []).join(' ')
  return [
    commune.code,
    commune.nom,
    commune.population ?? '',
    postcodes,
    commune.siren ?? '',
    epciOf.get(commune.code) ?? '',
    parent,
  ]
    .join('\t')
    .replace(/\t+$/, '')
}

const order = { 'commune-actuelle': 0, 'arrondissement-municipal': 1, 'commune-deleguee': 2, 'commune-associee': 3 }
const sorted = [...communes].sort((a, b) => order[a.type] - order[b.type] || (a.code < b.code ? -1 : 1))
const header = `# Communes de France. Source : INSEE (code officiel géographique) et DGCL, par @etalab/decoupage-administratif ${version}. Licence Ouverte 2.0.
# code\tnom\tpopulation\tcodes postaux\tsiren\tsiren de l'EPCI\tcommune actuelle (arrondissements, communes déléguées ou associées)`
const file = new URL('../data/communes.tsv', import.meta.url)
writeFileSync(file, `${[header, ...sorted.map(line)].join('\n')}\n`)
console.log(`${sorted.length} lignes, ${readFileSync(file).length} octets`)

const departments = require('@etalab/decoupage-administratif/data/departements.json')
writeFileSync(
  new URL('../data/departements.tsv', import.meta.url),
  `# Départements et collectivités. Source : INSEE, par @etalab/decoupage-administratif ${version}. Licence Ouverte 2.0.\n${departments
    .map(({ code, nom }) => `${code}\t${nom}\n`)
    .join('')}`,
)
