import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BadCall, HelpWanted } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads the arguments of a verb; what is unknown or incomplete is told with the verb's usage line. */
export function readArguments<T extends Options>(
  args: string[],
  options: T,
  usage: string,
  files: [least: number, most: number],
) {
  if (args.includes('--help')) throw new HelpWanted(usage)
  const parsed = parse(args, options, usage)
  const count = parsed.positionals.length
  if (count < files[0] || count > files[1]) throw new BadCall(`${wantedFiles(count, files)} Usage : carnet ${usage}`)
  return parsed
}

function parse<T extends Options>(args: string[], options: T, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const unknown = /'(-[^']*)'/.exec(String(error))?.[1]
    throw new BadCall(
      `${unknown ? `Je ne comprends pas « ${unknown} » dans cette commande.` : 'Je ne comprends pas cette commande.'} Usage : carnet ${usage}`,
    )
  }
}

const wantedFiles = (count: number, [least, most]: [number, number]): string =>
  least === most
    ? `J'ai lu ${count} argument(s) ; j'en attendais ${least}.`
    : `J'ai lu ${count} argument(s) ; j'en attendais ${most === Number.POSITIVE_INFINITY ? `au moins ${least}` : `entre ${least} et ${most}`}.`

/** The option's value, or a sentence that says that it is missing. */
export function needed(value: string | undefined, option: string, usage: string): string {
  if (value === undefined || value === '') throw new BadCall(`Il manque ${option}. Usage : carnet ${usage}`)
  return value
}
