import { readFileSync } from 'node:fs'
import { findInPackage } from '../package/find.ts'

let loaded: ReadonlyMap<string, string> | undefined

/** Names of departments by their code: two towns of the same name are told apart by it. Read once. */
export function loadDepartments(): ReadonlyMap<string, string> {
  return (loaded ??= new Map(
    readFileSync(findInPackage('data/departements.tsv'), 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
      .map(line => line.split('\t') as [string, string]),
  ))
}
