import { WISH_BOXES, type WishBox } from '../../contract/wishes.ts'
import type { Step } from '../../core/recipe/step.ts'
import { counted, listed } from './french.ts'
import type { Received } from './received.ts'

/** What Carnet reads of one box. `heavy`: it is much work, when it is on. */
export interface ReadBox {
  readonly on: boolean
  readonly reason: string
  readonly heavy?: true
}
export type ReadBoxes = Readonly<Record<WishBox, ReadBox>>

/** The five boxes of the paper form: what remains to be done with what was received, each with its reason. Pure. */
export function readBoxes(received: Received): ReadBoxes {
  const { files, table } = received
  if (!table && files > 0) return all(off('Le fichier vient d’arriver : Carnet le regarde.'))
  if (!table || (files === 0 && table.rows === 0))
    return { ...all(off('Rien n’est encore reçu.')), missing: nothingCame(received) }
  if (table.rows === 0)
    return {
      ...all(off('Rien à en dire : le fichier est vide.')),
      missing: on('Le fichier reçu ne contient aucune ligne de données.'),
    }
  return {
    missing: off(`Ces données existent : ${counted(table.rows, 'ligne')}.`),
    clean: toClean(received, table),
    compile: toCompile(received, table),
    complete: toComplete(table),
    standardise: toStandardise(received, table),
  }
}

type Checked = NonNullable<Received['table']>

const on = (reason: string, heavy = false): ReadBox => ({ on: true, reason, ...(heavy && { heavy }) })
const off = (reason: string): ReadBox => ({ on: false, reason })
const all = (box: ReadBox) => Object.fromEntries(WISH_BOXES.map(name => [name, box])) as ReadBoxes

function nothingCame({ asked }: Received): ReadBox {
  if (asked.refused !== undefined) return on(`${asked.refused} a répondu que ces données n’existent pas.`)
  if (asked.sent > 0) return off('Demandé ; rien n’est encore revenu.')
  return off('Pas encore demandé. Si ces données n’existent pas, cochez cette case.')
}

/** Rules of columns and of holes have their own boxes. */
const NOT_VALUES = /-label$|\/required$|^blank-row$/
/** What Carnet finds odd in a value, beyond the model's own rules. Advice on a table that is right is not work. */
const ODD = [
  ...['broken-hours', 'broken-siret', 'duplicate-row', 'far-coordinates', 'flipped-date', 'foreign-siren'],
  ...['lost-zeros', 'mojibake', 'near-duplicate-id', 'odd-year', 'outside-town', 'point-far-from-address'],
  ...['projected-coordinates', 'shifted-cells', 'swapped-coordinates', 'unknown-address'],
].map(name => `carnet/${name}`)
const CLEANING: readonly Step['type'][] = [
  ...(['normalise', 'replace-values', 'cluster', 'convert-unit', 'hours', 'ditto', 'fill-down'] as const),
  ...(['deduplicate', 'filter', 'swap-lonlat', 'reproject', 'split-lonlat', 'geocode', 'split-address'] as const),
]

function toClean({ steps }: Received, { counts, rows, valid }: Checked): ReadBox {
  const wrong = sum(counts, code => !code.startsWith('carnet/') && !NOT_VALUES.test(code))
  const odd = sum(counts, code => ODD.includes(code))
  const waiting = waitingFor(steps, CLEANING, valid)
  if (wrong > 0)
    return on(`${counted(wrong, 'valeur ne va pas', 'valeurs ne vont pas')} dans le modèle.`, wrong >= rows)
  if (odd > 0) return on(`${counted(odd, 'valeur étonne', 'valeurs étonnent')} Carnet : à vérifier.`)
  if (waiting > 0) return on(`${counted(waiting, 'nettoyage attend', 'nettoyages attendent')} votre accord.`)
  const done = count(steps, CLEANING, false)
  return off(done > 0 ? `C’est propre : Carnet a fait ${counted(done, 'nettoyage')}.` : 'Toutes les valeurs vont.')
}

const JOINING: readonly Step['type'][] = ['merge', 'append']

function toCompile({ files, tables, steps }: Received, { valid, rows, holes }: Checked): ReadBox {
  const { columns } = holes
  const joined = count(steps, JOINING, false)
  const apart = valid ? 0 : Math.max(tables, files) - 1 - joined
  if (columns.length > 0)
    return on(
      `${counted(columns.length, 'colonne obligatoire n’a', 'colonnes obligatoires n’ont')} aucune valeur : ${listed(columns)}.`,
      columns.length >= holes.of / rows,
    )
  if (apart > 0)
    return on(`${counted(apart + 1, 'tableau reçu n’est', 'tableaux reçus ne sont')} pas encore réunis en un seul.`)
  return off(
    joined > 0 ? `${counted(joined + 1, 'tableau est réuni', 'tableaux sont réunis')}.` : 'Un seul tableau suffit.',
  )
}

function toComplete({ holes }: Checked): ReadBox {
  const { cells, of } = holes
  if (cells === 0) return off('Aucune case obligatoire n’est vide dans les colonnes commencées.')
  return on(`${counted(cells, 'case obligatoire est vide', 'cases obligatoires sont vides')}.`, cells * 2 >= of)
}

const NAMING: readonly Step['type'][] = ['rename', 'map', 'split', 'join', 'drop']

function toStandardise({ steps, modelless }: Received, { counts, valid }: Checked): ReadBox {
  if (modelless) return on('Ce thème n’a pas encore de modèle : les colonnes restent à choisir.', true)
  const extra = counts['extra-label'] ?? 0
  const waiting = waitingFor(steps, NAMING, valid)
  const named = count(steps, NAMING, false)
  if (extra > 0 && !valid) return on(`${counted(extra, 'colonne n’est', 'colonnes ne sont')} pas dans le modèle.`)
  if (waiting > 0) return on(`${counted(waiting, 'colonne attend', 'colonnes attendent')} votre accord.`)
  if (extra > 0) return off(`${counted(extra, 'colonne est', 'colonnes sont')} en plus du modèle : c’est permis.`)
  return off(
    named > 0 ? 'Les colonnes sont celles du modèle : Carnet les a renommées.' : 'Les colonnes sont celles du modèle.',
  )
}

/** Proposals that wait for a person; a table that is right can be opened without them. */
const waitingFor = (steps: Received['steps'], types: readonly Step['type'][], valid: boolean): number =>
  valid ? 0 : count(steps, types, true)

const sum = (counts: Readonly<Record<string, number>>, wanted: (code: string) => boolean): number =>
  Object.entries(counts).reduce((total, [code, many]) => (wanted(code) ? total + many : total), 0)

const count = (steps: Received['steps'], types: readonly Step['type'][], waiting: boolean): number =>
  steps.filter(({ type, off: isOff }) => isOff === waiting && types.includes(type)).length
