export {
  type Commune,
  type Communes,
  createCommunes,
  departmentOf,
  departmentOfPostcode,
  groupBy,
  type NameHints,
  townKey,
} from './communes.ts'
