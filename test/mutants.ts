import * as XLSX from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { UnreadableFile } from '../src/core/table/read-result.ts'
import { tableFromRows } from '../src/core/table/table.ts'
import { readBytes } from '../src/readers/read.ts'
import { writeOds } from '../src/writers/ods/write-ods.ts'
import { writeXlsx } from '../src/writers/xlsx/write-xlsx.ts'
import { accounts } from './conservation.ts'

export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
}

const ROWS = [
  ['Équipement', 'Adresse', 'Horaires', 'Coût'],
  ['Mairie', '90 avenue du Lac', 'lun-ven 9h-12h', '12,5'],
  ['École « Les Pins »', '3 rue Haute', '', '1 200 €'],
  ['__proto__', 'a;b,"c"\n', '#N/A', '2021-10-17'],
  ['Total', '', '', '1212,5'],
]

/** One small file of each format, all invented. */
export async function seedFiles(): Promise<Seed[]> {
  const text = ROWS.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
  const sheet = { name: 'Lieux', table: tableFromRows(ROWS[0]!, ROWS.slice(1)) }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(ROWS), 'Lieux')
  const features = ROWS.slice(1).map(([nom], i) => ({
    type: 'Feature',
    properties: { nom, n: i },
    geometry: { type: 'Point', coordinates: [1.81 + i / 100, 48.95] },
  }))
  const cells = ROWS.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')
  const lines = ROWS.map(row => `<ligne>${row.map((cell, i) => `<c${i}>${cell}</c${i}>`).join('')}</ligne>`).join('')
  return [
    { name: 'lieux.csv', bytes: strToU8(text) },
    { name: 'lieux-16.csv', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') },
    { name: 'lieux.xlsx', bytes: await writeXlsx([sheet]) },
    { name: 'lieux.ods', bytes: await writeOds([sheet]) },
    { name: 'lieux.xls', bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' })) },
    { name: 'lieux.geojson', bytes: strToU8(JSON.stringify({ type: 'FeatureCollection', features })) },
    { name: 'lieux.html', bytes: strToU8(`<html><body><table>${cells}</table></body></html>`) },
    { name: 'lieux.xml', bytes: strToU8(`<?xml version="1.0"?><liste>${lines}</liste>`) },
  ]
}

/** Deterministic: the same mutant for the same seed, on any machine. */
function dice(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const DICTIONARY = [
  '__proto__',
  '<!DOCTYPE x>',
  '&#x0;',
  '"',
  '\0',
  '1e999',
  '-1',
  '4294967295',
  'A1:XFD1048576',
  '</',
  ']]>',
  '\r',
  '\uFEFF',
].map(word => strToU8(word))

function spoil(bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  let spoilt = Buffer.from(bytes)
  for (let n = 1 + roll(6); n > 0 && spoilt.length > 0; n--) {
    const at = roll(spoilt.length)
    const to = Math.min(spoilt.length, at + 1 + roll(40))
    switch (roll(6)) {
      case 0:
        spoilt[at] = roll(256)
        break
      case 1:
        spoilt = Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(to)])
        break
      case 2:
        spoilt = Buffer.concat([spoilt.subarray(0, to), spoilt.subarray(at)])
        break
      case 3:
        spoilt = Buffer.concat([spoilt.subarray(0, at), DICTIONARY[roll(DICTIONARY.length)]!, spoilt.subarray(at)])
        break
      case 4:
        spoilt = spoilt.subarray(0, at)
        break
      case 5:
        spoilt.fill(roll(256), at, to)
        break
    }
  }
  return spoilt
}

/** An archive is spoilt from outside, or in one of its parts and closed again: otherwise only its checksums would ever be tried. */
function mutate({ name, bytes }: Seed, roll: (below: number) => number): Uint8Array {
  if (!/\.(?:xlsx|ods)$/.test(name) || roll(4) === 0) return spoil(bytes, roll)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const chosen = names[roll(names.length)]!
  return zipSync({ ...parts, [chosen]: spoil(parts[chosen]!, roll) })
}

/** Reads the mutant of one seed; the outcome is 'read', 'refused', or what went wrong. */
export async function readMutant(seeds: readonly Seed[], seed: number): Promise<Seed & { outcome: string }> {
  const roll = dice(seed)
  const chosen = seeds[roll(seeds.length)]!
  const mutant = { name: chosen.name, bytes: mutate(chosen, roll) }
  return { ...mutant, outcome: await outcomeOf(mutant) }
}

async function outcomeOf({ name, bytes }: Seed): Promise<string> {
  try {
    const result = await readBytes(bytes, name)
    for (const key in {}) return `every object now has « ${key} »`
    return accounts(result).flatMap(account => account.faults)[0] ?? (result.tables.length > 0 ? 'read' : 'no table')
  } catch (error) {
    if (!(error instanceof UnreadableFile))
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
    return /^[A-ZÀ-ÖØ-Þ«][^\n]{20,400}[.?]$/.test(error.message) ? 'refused' : `not one sentence: ${error.message}`
  }
}
