import type { Role } from '../contract/people.ts'

/** The roles as a town hall says them, in the journal and in mails. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  referent: 'référent de la commune',
  agent: 'agent',
  approver: 'validation',
  coach: 'accompagnement',
  reader: 'lecture',
}
