import type { Refusal } from './sets.ts'

/** An expected refusal, thrown anywhere below a route: the server answers its sentence with this status. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429,
    message: string,
    /** Seconds after which it may be asked again. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
  get answer(): Refusal {
    return { message: this.message }
  }
}
