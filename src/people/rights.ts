import { RIGHTS, type Right, type Role } from '../contract/people.ts'

/** What each role may do in its town. A link without an account has no role: its scope says what it opens (`links.ts`). */
const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  referent: RIGHTS,
  agent: ['read', 'prepare'],
  approver: ['read', 'approve'],
  coach: ['read'],
  reader: ['read'],
}

export const rightsOf = (role: Role): readonly Right[] => RIGHTS_OF[role]
export const may = (role: Role, right: Right): boolean => RIGHTS_OF[role].includes(right)
