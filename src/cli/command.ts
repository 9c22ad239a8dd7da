/** What a verb needs of the world; tests hand their own. */
export interface World {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** One verb: its arguments, the exit code. 0 done and valid, 1 done with errors found in the data, 2 cannot be read or bad call. */
export type Verb = (args: string[], world: World) => Promise<number>

/** A call that cannot be carried out: one French sentence, exit code 2. */
export class BadCall extends Error {
  override readonly name = 'BadCall'
}

/** `carnet VERB --help`: the usage line is the answer, exit code 0. */
export class HelpWanted extends Error {
  override readonly name = 'HelpWanted'
}
