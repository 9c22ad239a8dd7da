import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findInPackage } from '../../adapters/package/find.ts'
import type { Theme } from '../../contract/sets.ts'

const file = z.object({
  levels: z.record(z.string(), z.string()),
  themes: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      slug: z.string(),
      difficulty: z.number(),
      why: z.string(),
      holder: z.string(),
      models: z.array(z.string()),
    }),
  ),
})

let read: readonly Theme[] | undefined

/** The catalogue of themes, each with what it is for and who holds it. */
export function listThemes(): readonly Theme[] {
  return (read ??= load())
}

function load(): Theme[] {
  const { levels, themes } = file.parse(JSON.parse(readFileSync(join(findInPackage('models'), 'themes.json'), 'utf8')))
  return themes.map(theme => ({ ...theme, difficultyMeaning: levels[String(theme.difficulty)] ?? '' }))
}

/** Who holds the data of a theme, as the catalogue says: « Le service des finances ». */
export const holderOf = (theme: number | null): string | undefined =>
  listThemes().find(({ number }) => number === theme)?.holder
