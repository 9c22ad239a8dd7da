import type { Finding, Report } from '../core/check/index.ts'
import type { Model } from '../core/models/model.ts'

const SHOWN_LINES = 8

/** The report for a person: what holds, then the errors by column and kind, then what to look at. */
export function inWords(report: Report, model: Model): string {
  const { valid, rows, fields, conformity } = report
  const conform = `${String(conformity).replace('.', ',')} %`
  return [
    `${model.title} (${model.id}${model.version === '' ? '' : ` ${model.version}`}) : ${plural(rows, 'ligne')}, ${plural(fields, 'colonne')}.`,
    valid ? 'Ce fichier est conforme au modèle.' : `Ce fichier n'est pas encore conforme. Conformité : ${conform}.`,
    ...section('À corriger', 'error', report),
    ...section('À vérifier', 'warning', report),
    ...section('Conseils', 'advice', report),
    '',
  ].join('\n')
}

const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`

function section(title: string, level: Finding['level'], report: Report): string[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of report.findings) {
    if (finding.level !== level) continue
    const key = JSON.stringify([finding.column, finding.code, finding.row === null ? finding.message : null])
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  if (groups.size === 0) return []
  return ['', `${title} :`, ...[...groups.values()].map(group => line(group, isCapped(group, report)))]
}

/** Findings kept in memory are limited, their count is not. */
const isCapped = ([first]: readonly Finding[], { counts, findings }: Report): boolean =>
  findings.filter(finding => finding.code === first!.code).length < (counts[first!.code] ?? 0)

function line(group: readonly Finding[], capped: boolean): string {
  const [first] = group as [Finding]
  const where = first.column === null ? '' : `« ${first.column} » `
  if (first.row === null) return `  - ${first.message}`
  const rows = group.slice(0, SHOWN_LINES).map(finding => finding.row)
  const more = group.length > SHOWN_LINES ? '…' : ''
  const lines =
    group.length === 1
      ? `ligne ${rows[0]}`
      : `${capped ? 'au moins ' : ''}${group.length} lignes : ${rows.join(', ')}${more}`
  const fixable = group.filter(finding => finding.fix).length
  const fix = fixable > 0 ? ` Correction sûre pour ${fixable === group.length ? 'toutes' : fixable}.` : ''
  return `  - ${where}(${lines}). ${first.message}${fix}`
}
