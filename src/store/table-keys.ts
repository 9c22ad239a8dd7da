import type { Tables } from './tables.ts'

type Columns = { [Name in keyof Tables]: readonly (keyof Tables[Name] & string)[] }

/** Every table and what tells its rows apart. */
export const TABLE_KEYS = {
  town: ['insee'],
  person: ['insee', 'id'],
  account: ['mail'],
  session: ['token_hash'],
  sign_in: ['token_hash'],
  link: ['insee', 'id'],
  attempt: ['id'],
  upload: ['insee', 'id'],
  data_set: ['insee', 'id'],
  source: ['insee', 'data_set', 'upload'],
  step: ['insee', 'data_set', 'id'],
  hand_cell: ['insee', 'data_set', 'hand', 'row_key', 'column_name'],
  hand_row: ['insee', 'data_set', 'hand', 'id'],
  hand_gone: ['insee', 'data_set', 'hand', 'row_key'],
  conflict: ['insee', 'data_set', 'id'],
  model: ['insee', 'id'],
  version: ['insee', 'data_set', 'hash'],
  job: ['insee', 'id'],
  journal: ['insee', 'seq'],
  erasure: ['insee', 'id'],
  fiche: ['insee', 'data_set'],
  guard: ['insee', 'data_set'],
  guard_answer: ['insee', 'data_set', 'finding'],
  publication: ['insee', 'data_set'],
  redirect: ['insee', 'data_set', 'slug'],
  connector: ['insee', 'id'],
  delivery: ['insee', 'data_set', 'connector'],
  town_text: ['insee', 'name', 'version'],
  diagnosis: ['insee', 'id'],
  diagnosis_answer: ['insee', 'diagnosis', 'answerer', 'question'],
  town_fact: ['insee', 'name'],
  wish: ['insee', 'data_set'],
  node: ['insee', 'id'],
  edge: ['insee', 'id'],
  register_snapshot: ['insee', 'id'],
  request: ['insee', 'id'],
  letter: ['insee', 'id'],
  campaign: ['id'],
  campaign_town: ['insee', 'campaign'],
  reminder: ['insee', 'data_set'],
} as const satisfies Columns

export type TableName = keyof Tables
export const TABLE_NAMES = Object.keys(TABLE_KEYS) as TableName[]
