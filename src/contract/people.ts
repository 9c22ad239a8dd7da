import { z } from 'zod'

/** What a person may do in a town. A right is asked of `may` (src/people), never of the role's name. */
export const ROLES = ['referent', 'agent', 'approver', 'coach', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** How a person may sign in here. On localhost alone nothing is asked. */
export type WayIn = 'mail' | 'password' | 'oidc'

export interface PersonCard {
  readonly id: string
  readonly name: string
  readonly mail?: string
  readonly role: Role
  /** The town's service that she works for. */
  readonly department?: string
  /** Of a coach: the town asked her to prepare its sets too. */
  readonly helps?: true
  readonly hasPassword: boolean
  readonly lastSeen?: string
  /** ISO instant since which she may not enter any more. Her acts keep her name. */
  readonly leftAt?: string
}

export interface TownCard {
  readonly insee: string
  readonly name: string
  readonly department: string
  readonly population?: number
  readonly siret?: string
  /** Of its SIRET, else of the official list. */
  readonly siren?: string
  readonly postcodes: readonly string[]
  /** Name of the address file that the town gave, and how many addresses it holds. */
  readonly addresses?: { readonly name: string; readonly count: number }
  /** Shown on every page: « Données d'exemple : tout est inventé. » */
  readonly example?: true
}

/** GET /api/atelier/session */
export type Session =
  | {
      readonly state: 'first-start'
      /** Others can reach this Carnet: whoever starts it gives the code printed in its terminal. */
      readonly codeAsked: boolean
      readonly mailAsked: boolean
    }
  | {
      readonly state: 'signed-out'
      readonly ways: readonly WayIn[]
      readonly oidcName?: string
      /** No mail server is set: the link asked for is printed where Carnet runs, for whoever keeps it. */
      readonly mailPrinted: boolean
    }
  | {
      readonly state: 'signed-in'
      readonly person: PersonCard
      readonly town: TownCard
      /** Towns of a coach, or of an agent of several towns. */
      readonly towns: readonly { readonly insee: string; readonly name: string }[]
      /** Nobody else can reach this machine's Carnet: no password is asked. */
      readonly local: boolean
      /** When local, who else could be at the keyboard: POST /api/atelier/session/person says who it is. */
      readonly persons?: readonly { readonly id: string; readonly name: string }[]
      readonly rights: readonly Right[]
    }

export const RIGHTS = ['read', 'prepare', 'approve', 'publish', 'people', 'erase', 'town'] as const
/** read: see the town's work; prepare: change sets, make links; approve: say yes or no; publish: open to everybody, withdraw; people: invite, change, withdraw; erase: for good; town: its card. */
export type Right = (typeof RIGHTS)[number]

/** GET /api/atelier/communes?q= : a town is chosen by its INSEE code, the name only helps to find it. */
export interface CommuneChoice {
  readonly insee: string
  readonly name: string
  readonly postcodes: readonly string[]
  readonly departmentName?: string
  readonly department: string
  readonly population?: number
}

const mail = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
const name = z.string().trim().min(1).max(120)
const token = z.string().regex(/^[\w-]{20,200}$/)

/** POST /api/atelier/start */
export const firstStart = z.strictObject({
  insee: z.string().regex(/^(\d{5}|2[AB]\d{3})$/),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  name,
  mail: mail.optional(),
  password: z.string().min(12).max(1000).optional(),
  /** The one printed in the terminal, when the session says `codeAsked`. */
  code: z.string().trim().max(40).optional(),
})
export type FirstStart = z.infer<typeof firstStart>

/** POST /api/atelier/sign-in/mail : always the same answer, in the same time, known or unknown. */
export const askLink = z.strictObject({ mail })
/** POST /api/atelier/sign-in/token : by the button of the page that the mailed link opens. */
export const useToken = z.strictObject({ token })
/** POST /api/atelier/sign-in/code : the six digits of the mail, typed by hand. */
export const useCode = z.strictObject({ mail, code: z.string().regex(/^\d{6}$/) })
/** POST /api/atelier/sign-in/password */
export const usePassword = z.strictObject({ mail, password: z.string().min(1).max(1000) })
/** POST /api/atelier/password : of the person herself. */
export const setPassword = z.strictObject({ password: z.string().min(12).max(1000) })
/** POST /api/atelier/town/choose : another town of the same person. */
export const chooseTown = z.strictObject({ insee: z.string() })

/** POST /api/atelier/session/person : on localhost alone, who is at the keyboard. */
export const choosePerson = z.strictObject({ person: z.string() })

/** POST /api/atelier/people */
export const invite = z.strictObject({
  name,
  mail,
  role: z.enum(ROLES),
  department: z.string().trim().max(120).optional(),
})
/** PATCH /api/atelier/people/:id */
export const changePerson = z.strictObject({
  name: name.optional(),
  /** Where she gets her links from now on. */
  mail: mail.optional(),
  role: z.enum(ROLES).optional(),
  department: z.string().trim().max(120).optional(),
  /** Of a coach: she prepares the town's sets too, or only reads again. */
  helps: z.boolean().optional(),
  left: z.boolean().optional(),
})
/** PATCH /api/atelier/town */
export const changeTown = z.strictObject({
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .or(z.literal('')),
})

/**
 * A link without an account opens one thing. `fill`: rows of these columns in a form; `complete`: the questions of one person;
 * `approve`: read the set, then yes, no or a remark; `read`: look only; `send`: give the file that one holds, or say who holds it.
 */
export const linkScope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fill'), set: z.string(), columns: z.array(z.string()).min(1).max(200) }),
  z.strictObject({ type: z.literal('complete'), set: z.string(), columns: z.array(z.string()).max(200) }),
  z.strictObject({ type: z.literal('approve'), set: z.string() }),
  z.strictObject({ type: z.literal('read'), set: z.string() }),
  z.strictObject({ type: z.literal('send'), set: z.string() }),
])
export type LinkScope = z.infer<typeof linkScope>

/** POST /api/atelier/links */
export const createLink = z.strictObject({
  scope: linkScope,
  /** Who it is for, as the town calls her: « Claire, services techniques ». */
  label: name,
  days: z.number().int().min(1).max(365).default(30),
})
export interface LinkCard {
  readonly id: string
  readonly scope: LinkScope
  readonly setTitle: string
  readonly label: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt?: string
  readonly uses: number
  readonly lastUsedAt?: string
}
/** The address is shown once: only its hash is kept. */
export interface NewLink extends LinkCard {
  readonly address: string
}
