import type { Model } from '../models/model.ts'
import { compileRowCheck, type RowCheck } from './custom/row-checks.ts'
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
    if (VALUE_CHECKS.has(custom.name)) continue
    const compiled = compileRowCheck(custom)
    if (compiled === undefined)
      findings.push(
        notChecked(
          `Le modèle demande la règle « ${custom.name} », que Carnet ne connaît pas : elle n'est pas vérifiée.`,
        ),
      )
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
      broken(
        'check-error',
        `Il manque ${list(absent)} : le modèle compare cette colonne avec ${list(check.columns.filter(name => !absent.includes(name)))}.`,
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
