const EVERY_MS = 60_000

/** Looks, every minute, whether a mail that was read is due. What is due is in the database: a restart loses nothing. */
export class DueRunner {
  #clock: NodeJS.Timeout | undefined
  #looking: Promise<void> | undefined

  constructor(
    readonly sweep: () => Promise<unknown>,
    readonly report: (error: unknown, where: string) => void,
  ) {}

  start(): void {
    this.#clock = setInterval(() => this.look(), EVERY_MS).unref()
    this.look()
  }

  /** One look at a time. */
  look(): void {
    this.#looking ??= this.sweep()
      .then(() => undefined)
      .catch(error => this.report(error, 'letters'))
      .finally(() => {
        this.#looking = undefined
      })
  }

  /** A mail on its way is waited for: it is then known whether it left. */
  async close(): Promise<void> {
    clearInterval(this.#clock)
    await this.#looking
  }
}
