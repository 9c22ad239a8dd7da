import { Refused } from '../../../contract/refused.ts'
import { type ImportPreview, registerDraft } from '../../../contract/register.ts'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import { decodeText, refuseBinary } from '../../../readers/text/decode.ts'
import type { Database } from '../../../store/open.ts'
import { readGraph } from '../graph.ts'
import { matchDraft } from '../plan-draft.ts'
import { readRegisterCsv } from './csv.ts'
import { draftOf, type ReadMap } from './draft.ts'
import { readFreemind } from './freemind.ts'
import { readMindmup } from './mindmup.ts'

/** What a mind map of a whole town weighs, many times over: read in one go, without a child process. */
export const MOST_MAP_BYTES = 4 * 1024 * 1024

/** What a file would add to the register. Nothing is kept. */
export async function previewImport(
  db: Database,
  insee: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ImportPreview> {
  const read = readMap(file.name, file.bytes)
  const [graph, town] = await Promise.all([
    readGraph(db, insee),
    db.selectFrom('town').select('name').where('insee', '=', insee).executeTakeFirstOrThrow(),
  ])
  const sets = graph.nodes.filter(({ kind }) => kind === 'set').map(({ name }) => name)
  const { remarks, ...draft } = draftOf(read, { sets, town: town.name })
  const { nodes, edges } = registerDraft.parse(draft)
  if (nodes.length === 0) throw new Refused(422, `Je n’ai trouvé personne ni aucun service dans « ${file.name} ».`)
  const there = matchDraft(graph, nodes)
  return { file: file.name, nodes: nodes.map(node => ({ ...node, there: there.has(node.id) })), edges, remarks }
}

/** By what it begins with, whatever its name. */
function readMap(name: string, bytes: Uint8Array): ReadMap {
  try {
    refuseBinary(bytes)
    const start = decodeText(bytes).text.trimStart()
    if (start.startsWith('<')) return readFreemind(bytes)
    if (start.startsWith('{')) return readMindmup(bytes)
    return readRegisterCsv(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refused(422, `« ${name} » : ${error.message}`)
    throw error
  }
}
