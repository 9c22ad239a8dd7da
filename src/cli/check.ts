import { loadAddresses } from '../adapters/addresses/load.ts'
import { loadCommunes } from '../adapters/communes/load.ts'
import { loadModel } from '../adapters/models/load.ts'
import { needed, readArguments } from './arguments.ts'
import { checkFile } from './check-file.ts'
import { inWords } from './check-words.ts'
import type { Verb } from './command.ts'
import { READ_OPTIONS, readOptions } from './read-options.ts'
import { townCard, withBox } from './town.ts'

const USAGE =
  'check FICHIER --model MODELE [--sheet FEUILLE] [--header LIGNE] [--encoding CODE] [--delimiter SIGNE] [--insee CODE] [--addresses BAN.csv] [--json]'

/** Exit 0: nothing of level error; 1: something; 2: cannot be read, or a bad call. */
export const check: Verb = async (args, world) => {
  const options = {
    model: { type: 'string' },
    insee: { type: 'string' },
    addresses: { type: 'string' },
    json: { type: 'boolean' },
    ...READ_OPTIONS,
  } as const
  const { values, positionals } = readArguments(args, options, USAGE, [1, 1])
  const model = await loadModel(needed(values.model, '--model MODELE', USAGE))
  const card = townCard(values.insee, undefined)
  const addresses = values.addresses === undefined ? undefined : await loadAddresses(values.addresses, card)
  const town = withBox(card, addresses)
  const report = await checkFile(positionals[0]!, model, readOptions(values), {
    ...(town && { town }),
    ...(addresses && { addresses }),
    // A clean file does not need the list: it is read when first asked for.
    get communes() {
      return loadCommunes()
    },
  })
  world.out(values.json ? `${JSON.stringify(report)}\n` : inWords(report, model))
  return report.valid ? 0 : 1
}
