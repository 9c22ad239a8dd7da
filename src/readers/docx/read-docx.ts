import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { walkXml } from '../xml/walk.ts'
import { openZip, type Zip } from '../zip/unzip.ts'
import { WordTables } from './word-tables.ts'

export interface DocxResult {
  /** One a table, in the order of the document; a table inside another is one of its own. */
  readonly grids: readonly Grid[]
  /** French sentences. */
  readonly warnings: readonly string[]
}

const LONGEST_PART = 128 * 1024 * 1024

/** Reads the tables of a Word document (ECMA-376, WordprocessingML). Macros and links are never followed. Throws `UnreadableFile`. */
export function readDocx(bytes: Uint8Array): DocxResult {
  refuseOldOrProtected(bytes)
  const zip = openZip(bytes, { maxEntryBytes: LONGEST_PART })
  const tables = new WordTables()
  walkXml(new TextDecoder().decode(zip.read(mainPart(zip))), tables)
  const filled = tables.grids().filter(grid => grid.rows.some(row => row.cells.some(cell => cell !== '')))
  if (filled.length === 0)
    throw new UnreadableFile('Ce document Word ne contient aucun tableau : j’attendais au moins un tableau rempli.')
  const grids = filled.length === 1 ? filled : filled.map((grid, n) => ({ ...grid, sheet: `Tableau ${n + 1}` }))
  return { grids, warnings: tables.hiddenText ? ['Ce document contient du texte masqué : je ne l’ai pas lu.'] : [] }
}

/** A protected document, and one of Word 97 to 2003, are the same kind of container: D0 CF 11 E0. */
function refuseOldOrProtected(bytes: Uint8Array): void {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return
  throw new UnreadableFile(
    'Ce document Word est protégé par un mot de passe, ou d’un ancien format (.doc) : enregistrez-le au format .docx sans mot de passe.',
  )
}

/** The package's own table of parts says which one is the document; some writers do not call it `word/document.xml`. */
function mainPart(zip: Zip): string {
  if (zip.has('word/document.xml')) return 'word/document.xml'
  let target: string | undefined
  if (zip.has('_rels/.rels'))
    walkXml(new TextDecoder().decode(zip.read('_rels/.rels')), {
      open(name, attributes) {
        if (name === 'Relationship' && attributes.get('Type')?.endsWith('/officeDocument') === true)
          target = attributes.get('Target')?.replace(/^\//, '')
      },
    })
  if (target !== undefined && zip.has(target)) return target
  throw new UnreadableFile('Ce fichier n’est pas un document Word : je n’y trouve pas le texte du document.')
}
