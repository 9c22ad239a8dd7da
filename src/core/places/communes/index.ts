export {
  type Commune,
  type Communes,
  createCommunes,
  departmentOf,
  departmentOfPostcode,
  type NameHints,
  townKey,
} from './communes.ts'
