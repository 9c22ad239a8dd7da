import { RIGHTS, type Right, type Role } from '../contract/people.ts'

/** What each role may do in its town. A link without an account has no role: its scope says what it opens (`links.ts`). */
const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  referent: RIGHTS,
  agent: ['read', 'prepare'],
  approver: ['read', 'approve'],
  coach: ['read'],
  reader: ['read'],
}

/** A coach reads; where the town asked her to help, she prepares too. */
export const rightsOf = (role: Role, helps = false): readonly Right[] =>
  role === 'coach' && helps ? RIGHTS_OF.agent : RIGHTS_OF[role]
export const may = (role: Role, right: Right): boolean => RIGHTS_OF[role].includes(right)
