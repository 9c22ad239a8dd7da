import type { Tx } from '../../store/open.ts'
import type { World } from '../../store/world.ts'
import { TOWN_PREFIX } from './find.ts'

/**
 * The model of a theme of one's own whose columns nobody has chosen yet. It asks for a column that no file has: its sets are never ready before they
 * are given a real model. No title gives this id (see `slugOf`).
 */
export const NO_MODEL = `${TOWN_PREFIX}sans_modele`

const TITLE = 'Modèle à faire'
const SCHEMA = {
  fields: [
    {
      name: 'modele_a_faire',
      title: TITLE,
      description: 'Ce thème n’a pas encore de modèle : faites-le à partir d’une feuille, puis donnez-le à ce jeu.',
      type: 'string',
      constraints: { required: true },
    },
  ],
}

/** The town has it from its first wish without a model. */
export async function keepNoModel(tx: Tx, { now }: Pick<World, 'now'>, insee: string): Promise<void> {
  await tx
    .insertInto('model')
    .values({ insee, id: NO_MODEL, title: TITLE, schema: JSON.stringify(SCHEMA), extra: '{}', created_at: now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
