import { z } from 'zod'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import { decodeText } from '../../../readers/text/decode.ts'
import { type Branch, MOST_NODES, type ReadMap, tooMany } from './draft.ts'

/** What Carnet reads of an idea; the colours and places of the rest are its drawing. */
interface Idea {
  readonly id?: string | number | undefined
  readonly title?: string | undefined
  readonly ideas?: Readonly<Record<string, Idea>> | undefined
  readonly attr?: { readonly note?: unknown; readonly attachment?: unknown } | undefined
}
const idea: z.ZodType<Idea> = z.lazy(() =>
  z.object({
    id: z.union([z.string(), z.number()]).optional().catch(undefined),
    title: z.string().optional().catch(undefined),
    ideas: z.record(z.string(), idea).optional(),
    attr: z.object({ note: z.unknown(), attachment: z.unknown() }).partial().optional().catch(undefined),
  }),
)

/** A MindMup map (.mup): ideas in ideas. Throws `UnreadableFile`. */
export function readMindmup(bytes: Uint8Array): ReadMap {
  const { text, warnings } = decodeText(bytes)
  const root = parse(text)
  const counter = { many: 0 }
  // Since its third format the root is a sheet that holds the ideas of the middle.
  const isSheet = root.id === 'root' || (root.title === undefined && root.ideas !== undefined)
  const branches = isSheet ? below(root, counter, 0) : [branchOf(root, counter, 0)]
  return { branches, arrows: [], remarks: warnings }
}

function parse(text: string): Idea {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw notMindmup()
  }
  refuseDeep(json)
  const read = idea.safeParse(json)
  if (!read.success || (read.data.title === undefined && read.data.ideas === undefined)) throw notMindmup()
  return read.data
}

const notMindmup = () =>
  new UnreadableFile('Je n’ai pas trouvé de carte mentale dans ce fichier ; j’attendais un fichier MindMup (.mup).')

const DEEPEST = 500
/** Before anything that calls itself goes down. */
function refuseDeep(json: unknown): void {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 4 * DEEPEST)
      throw new UnreadableFile(`Cette carte emboîte plus de ${DEEPEST} niveaux : je ne la lis pas.`)
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
}

/** Ideas are numbered by their rank; those of the left side are below zero. */
const below = ({ ideas = {} }: Idea, counter: { many: number }, depth: number): Branch[] =>
  Object.entries(ideas)
    .sort(([a], [b]) => (Number(b) * Number(a) < 0 ? Number(b) - Number(a) : Math.abs(Number(a)) - Math.abs(Number(b))))
    .map(([, child]) => branchOf(child, counter, depth + 1))

function branchOf(one: Idea, counter: { many: number }, depth: number): Branch {
  if (++counter.many > MOST_NODES) throw tooMany()
  return {
    id: `idee-${counter.many}`,
    name: plain(one.title ?? ''),
    body: { remark: noteOf(one) },
    children: below(one, counter, depth),
  }
}

/** A note, or a page attached: its words. */
function noteOf({ attr }: Idea): string {
  const found = [attr?.note, attr?.attachment].map(one =>
    typeof one === 'string' ? one : contentSchema.safeParse(one).data,
  )
  return found
    .map(one => plain(typeof one === 'string' ? one : (one?.text ?? one?.content ?? '')))
    .join('\n')
    .trim()
}
const contentSchema = z.object({ text: z.string().optional(), content: z.string().optional() })

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()
