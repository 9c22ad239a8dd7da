import type { Model } from '../models/model.ts'
import { compileRowCheck, incomplete, type RowCheck } from './custom/row-checks.ts'
import { VALUE_CHECKS } from './custom/value-checks.ts'
import type { Finding } from './finding.ts'

/** A row check with the places of its columns in the file; -1 where the file lacks the column. */
export interface PlacedCheck {
  readonly check: RowCheck
  readonly at: readonly number[]
}

/** The checks of several columns that the file allows, and what is said of those it does not. */
export function placeRowChecks(
  model: Model,
  header: readonly string[],
): { checks: PlacedCheck[]; findings: Finding[] } {
  const checks: PlacedCheck[] = []
  const findings: Finding[] = []
  for (const custom of model.customChecks) {
    if (VALUE_CHECKS.has(custom.name)) {
      if (typeof custom.params.column !== 'string') findings.push(notChecked(incomplete(custom.name)))
      continue
    }
    const compiled = compileRowCheck(custom)
    if (compiled === undefined) findings.push(unknownCheck(custom.name))
    else if ('unknown' in compiled) findings.push(notChecked(compiled.unknown))
    else place(compiled, header, checks, findings)
  }
  return { checks, findings }
}

export const notChecked = (message: string): Finding => ({
  level: 'advice',
  code: 'carnet/unchecked-rule',
  row: null,
  column: null,
  value: null,
  message,
})

/** The schema's mistake, not the town's: Validata makes an error of it, which nobody who fills the file could correct. */
const unknownCheck = (name: string): Finding => ({
  ...notChecked(
    `Le modèle demande le contrôle « ${name} », que Carnet et Validata ne connaissent pas : il n'est pas fait. Validata peut refuser le fichier pour cette seule raison : signalez-le aux auteurs du modèle.`,
  ),
  level: 'warning',
  code: 'check-error',
})

/** All its columns are missing: nothing to check. Some of them: Validata cannot run the check and says so (`check-error`). */
function place(check: RowCheck, header: readonly string[], checks: PlacedCheck[], findings: Finding[]): void {
  const at = check.columns.map(name => header.indexOf(name))
  const absent = check.columns.filter((_, index) => at[index] === -1)
  const list = (names: readonly string[]) => names.map(name => `« ${name} »`).join(', ')
  if (check.code === 'one-of-required') {
    if (absent.length < at.length) checks.push({ check, at })
    else
      findings.push(
        broken(check.code, `Il manque les colonnes ${list(absent)} : au moins l'une des deux est obligatoire.`),
      )
  } else if (absent.length === 0) checks.push({ check, at })
  else if (absent.length < at.length)
    findings.push(
      ...absent.map(name =>
        broken(
          'check-error',
          `Il manque la colonne « ${name} » : le modèle la demande pour vérifier ${list(check.columns.filter(other => !absent.includes(other)))}.`,
        ),
      ),
    )
}

const broken = (code: string, message: string): Finding => ({
  level: 'error',
  code,
  row: null,
  column: null,
  value: null,
  message,
})
