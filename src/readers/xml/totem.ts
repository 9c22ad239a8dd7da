import { RowBuilder } from '../geojson/rows.ts'
import type { Grid } from '../grid.ts'
import { walkXml } from './walk.ts'

/** Codes of `CommunBudget.xsd` (DGCL, Actes budgétaires) as the national budget model writes them. */
const STEPS: ReadonlyMap<string, string> = new Map([
  ['01', 'budget primitif'],
  ['02', 'décision modificative'],
  ['03', 'budget supplémentaire'],
  ['09', 'compte administratif'],
  ['10', 'compte administratif'],
])
const codes = (pairs: Record<string, string>) => (code: string) => new Map(Object.entries(pairs)).get(code) ?? code
const same = (value: string) => value

/** Element of a `LigneBudget` (its `V` attribute), column of the national model (scdl/budget), and how a code is written there. */
const LINE: readonly { readonly element: string; readonly column: string; readonly write: (code: string) => string }[] =
  [
    { element: 'ContNat', column: 'BGT_CONTNAT', write: same },
    { element: 'LibContNat', column: 'BGT_CONTNAT_LABEL', write: same },
    { element: 'Nature', column: 'BGT_NATURE', write: same },
    { element: 'LibCpte', column: 'BGT_NATURE_LABEL', write: same },
    { element: 'Fonction', column: 'BGT_FONCTION', write: same },
    { element: 'LibFonction', column: 'BGT_FONCTION_LABEL', write: same },
    { element: 'Operation', column: 'BGT_OPERATION', write: same },
    { element: 'CaracSup', column: 'BGT_SECTION', write: codes({ I: 'investissement', F: 'fonctionnement' }) },
    { element: 'OpBudg', column: 'BGT_OPBUDG', write: codes({ '0': 'réel', '1': 'ordre' }) },
    { element: 'CodRD', column: 'BGT_CODRD', write: codes({ R: 'recette', D: 'dépense' }) },
    { element: 'MtReal', column: 'BGT_MTREAL', write: same },
    { element: 'MtBudgPrec', column: 'BGT_MTBUDGPREC', write: same },
    { element: 'MtRARPrec', column: 'BGT_MTRARPREC', write: same },
    { element: 'MtPropNouv', column: 'BGT_MTPROPNOUV', write: same },
    { element: 'MtPrev', column: 'BGT_MTPREV', write: same },
    { element: 'CredOuv', column: 'BGT_CREDOUV', write: same },
    { element: 'MtRAR3112', column: 'BGT_MTRAR3112', write: same },
    { element: 'ArtSpe', column: 'BGT_ARTSPE', write: codes({ true: 'spécialisé', false: 'non spécialisé' }) },
  ]

const HEADER: ReadonlyMap<string, string> = new Map([
  ['NatDec', 'BGT_NATDEC'],
  ['Exer', 'BGT_ANNEE'],
  ['IdEtab', 'BGT_SIRET'],
  ['LibelleEtab', 'BGT_NOM'],
])

/**
 * A budget as towns send it to the prefecture (TOTEM, `DocumentBudgetaire`): one row a `LigneBudget`, with what its budget's header says.
 * Columns have the national model's names; anything else a line holds keeps its own name. Labels are in the chart of accounts, not in
 * the file: they stay empty. Lines marked `calculated` are sums of others: left out and told.
 */
export function readTotem(text: string): { grid: Grid; warnings: string[] } {
  const builder = new RowBuilder()
  for (const name of [...HEADER.values(), ...LINE.map(({ column }) => column)]) builder.column(name)
  const header = new Map<string, string>()
  let line: Map<string, string> | undefined
  let calculated = 0
  let lines = 0
  walkXml(text, {
    open(name, attributes) {
      if (name === 'LigneBudget') {
        line = new Map()
        if (attributes.get('calculated') === 'true') {
          calculated++
          line = undefined
        } else lines++
      } else if (name === 'Budget') header.clear()
      else if (line !== undefined) addTo(line, name, attributes)
      else readHeader(header, name, attributes)
    },
    close(name) {
      if (name !== 'LigneBudget' || line === undefined) return
      builder.add([...header, ...line])
      line = undefined
    },
  })
  return { grid: builder.grid(), warnings: calculated === 0 ? [] : [calculatedRemark(calculated, lines)] }
}

function readHeader(header: Map<string, string>, name: string, attributes: ReadonlyMap<string, string>): void {
  const column = HEADER.get(name)
  const value = attributes.get('V')
  if (column === undefined || value === undefined || header.has(column)) return
  header.set(column, name === 'NatDec' ? (STEPS.get(value) ?? value) : value)
}

function addTo(line: Map<string, string>, name: string, attributes: ReadonlyMap<string, string>): void {
  const value = attributes.get('V') ?? ''
  const code = attributes.get('Code')
  const known = LINE.find(({ element }) => element === name)
  const section = name !== 'CaracSup' || value === 'I' || value === 'F'
  if (known !== undefined && section && !line.has(known.column)) line.set(known.column, known.write(value))
  else line.set(code === undefined ? name : `${name}_${code}`, value)
}

const calculatedRemark = (calculated: number, lines: number) =>
  `${calculated} lignes calculées (sommes d’autres lignes) sont laissées de côté ; ${lines} lignes de budget sont lues.`
