/** GET /api/atelier/portal : the town's public site, seen by who keeps it. */
export interface Portal {
  /** Its address today. */
  readonly address: string
  /** Nobody else can open it. */
  readonly unreachable: boolean
  readonly sets: number
  readonly pages: readonly PortalPage[]
}

/** A page that the law asks for. Written by PUT /api/atelier/texts/portail%2F{name}. */
export interface PortalPage {
  readonly name: string
  readonly title: string
  /** Where the public reads it. */
  readonly address: string
  /** 0: nobody wrote it, the public reads what Carnet proposes. */
  readonly version: number
  readonly body: string
  readonly writtenAt: string
  readonly writtenBy: string
  /** What stands there as long as the town wrote nothing, and what only she can add. */
  readonly proposed: string
  readonly missing: readonly string[]
}
