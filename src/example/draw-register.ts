import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor, World } from '../store/world.ts'
import { previewImport } from '../town/register/import/preview.ts'
import { takePhoto } from '../town/register/photos.ts'
import { performRegisterAct } from '../town/register/register.ts'

/** `demo/qui-a-quoi.mm`: the map that the town had drawn elsewhere, brought in as anybody would, and a photo of it. */
export async function drawRegister(world: World, actor: Actor, folder: string): Promise<void> {
  const name = 'qui-a-quoi.mm'
  const bytes = readFileSync(join(folder, name))
  const { nodes, edges } = await previewImport(world.db, actor.insee, { name, bytes })
  const draft = { nodes: nodes.map(({ there: _, ...node }) => node), edges }
  await performRegisterAct(world, actor, 'example-register', { type: 'import', from: name, ...draft })
  await takePhoto(world, actor, 'Fin du jour 2')
}
