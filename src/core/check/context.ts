import type { Town } from '../models/model.ts'
import type { AddressIndex } from '../places/address-index.ts'
import type { Communes } from '../places/communes/index.ts'
import type { Table } from '../table/table.ts'

/** What a check may know besides the model. */
export interface CheckOptions {
  readonly town?: Town
  /** The official list: recognises the SIREN of another commune, proposes official spellings. Only looked at when a cell needs it. */
  readonly communes?: Communes
  /** The town's address file: addresses that it does not know are told. */
  readonly addresses?: AddressIndex
  /** Findings kept for one code in one column (1,000 by default) and in all (10,000): beyond, they are counted, not kept. */
  readonly maxOfOneKind?: number
  readonly maxFindings?: number
  /** Tables that foreign keys refer to, by the name of their resource. */
  readonly resources?: Readonly<Record<string, Table>>
}
