import { UnreadableFile } from '../core/table/read-result.ts'
import { BadCall, HelpWanted, type Verb, type World } from './command.ts'

/** Each verb is loaded only when it is called: a short command starts fast. */
const VERBS: Record<string, { load: () => Promise<Verb>; does: string }> = {
  read: {
    load: async () => (await import('./read.ts')).read,
    does: 'dit ce qu’il y a dans un fichier : ses tableaux, leurs titres, leurs lignes, ce qui est mis de côté',
  },
  models: {
    load: async () => (await import('./models.ts')).models,
    does: 'donne la liste des modèles, ou les colonnes de l’un d’eux',
  },
  template: {
    load: async () => (await import('./template.ts')).template,
    does: 'écrit une feuille de collecte à envoyer aux services',
  },
  check: {
    load: async () => (await import('./check.ts')).check,
    does: 'vérifie un fichier contre un modèle, et dit ce qui est à corriger',
  },
  hours: {
    load: async () => (await import('./hours.ts')).hours,
    does: 'traduit des horaires écrits en français pour OpenStreetMap, ou l’inverse',
  },
  geocode: {
    load: async () => (await import('./geocode.ts')).geocode,
    does: 'cherche les coordonnées de vos adresses dans le fichier des adresses de la commune',
  },
  prepare: {
    load: async () => (await import('./prepare.ts')).prepare,
    does: 'met un ou plusieurs fichiers à la forme d’un modèle, et pose les questions qui restent',
  },
  start: {
    load: async () => (await import('./start.ts')).start,
    does: 'ouvre l’atelier de Carnet dans votre navigateur, à http://localhost:3000',
  },
  merge: {
    load: async () => (await import('./merge.ts')).merge,
    does: 'rapproche deux listes : ce qui est commun, ce qui ne l’est pas, ce qui est à décider',
  },
  backup: {
    load: async () => (await import('./backup.ts')).backup,
    does: 'sauvegarde en un fichier tout ce que Carnet garde, pendant qu’il travaille',
  },
  restore: {
    load: async () => (await import('./restore.ts')).restore,
    does: 'remet une sauvegarde dans un dossier vide',
  },
  export: {
    load: async () => (await import('./export.ts')).exportAll,
    does: 'met toute la commune dans une archive que d’autres programmes lisent',
  },
  site: {
    load: async () => (await import('./site.ts')).site,
    does: 'écrit le site public dans un dossier ou un zip, que tout hébergeur peut montrer',
  },
  import: {
    load: async () => (await import('./import.ts')).importArchive,
    does: 'reprend une commune de son archive, dans un dossier vide',
  },
}

const help = (): string =>
  `Carnet : de vos fichiers à des données ouvertes.\n\n${Object.entries(VERBS)
    .map(([verb, { does }]) => `  carnet ${verb.padEnd(10)} ${does}`)
    .join('\n')}\n\nPour chaque commande : carnet COMMANDE --help ou docs/utilisateurs/commandes.md\n`

export async function run(argv: string[], world: World): Promise<number> {
  const [verb, ...args] = argv
  if (verb === undefined || verb === '--help' || verb === 'help') {
    world.out(help())
    return verb === undefined ? 2 : 0
  }
  const entry = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (!entry) {
    world.err(`Je ne connais pas la commande « ${verb} ».\n\n${help()}`)
    return 2
  }
  try {
    return await (await entry.load())(args, world)
  } catch (error) {
    if (error instanceof HelpWanted) {
      world.out(`carnet ${error.message}\n\n${capital(entry.does)}.\n`)
      return 0
    }
    world.err(`${expected(error)}\n`)
    return 2
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Errors whose message is a sentence for people. */
const TOLD = [
  ...['InvalidModel', 'UnreadableRecipe', 'UnreachableAddress'],
  ...[
    'UnreadableArchive',
    'TargetNotEmpty',
    'TooBigForZip',
    'DamagedDatabase',
    'UnusableStore',
    'LaterStore',
    'Refused',
  ],
]

/** Expected failures are sentences; a bug keeps its stack for whoever asks with CARNET_DEBUG. */
function expected(error: unknown): string {
  if (error instanceof UnreadableFile || error instanceof BadCall || isNamed(error, ...TOLD)) return error.message
  if (isSystemError(error)) return systemSentence(error)
  if (process.env.CARNET_DEBUG) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Carnet s'est arrêté sur une erreur de sa part, vos fichiers sont intacts : ${String(error).split('\n')[0]}`
}

const isNamed = (error: unknown, ...names: string[]): error is Error =>
  error instanceof Error && names.includes(error.name)

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'path' in error

function systemSentence(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return `Je ne trouve pas « ${error.path} » : vérifiez le nom et le dossier.`
    case 'EISDIR':
      return `« ${error.path} » est un dossier ; j'attendais un fichier.`
    case 'EACCES':
    case 'EPERM':
      return `Je n'ai pas le droit d'ouvrir « ${error.path} ».`
    case 'ENOSPC':
      return `Il n'y a plus de place sur le disque pour écrire « ${error.path} ».`
    default:
      return `Je n'ai pas pu utiliser « ${error.path} » (${error.code}).`
  }
}

/** Text is written whole before the process ends, even into a pipe that reads slowly. */
async function main(): Promise<void> {
  process.stdout.on('error', () => process.exit(0))
  process.exitCode = await run(process.argv.slice(2), {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
  })
}

if (!process.env.VITEST) await main()
