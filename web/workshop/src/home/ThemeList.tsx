import { useState } from 'react'
import type { ModelChoice, Theme } from '../../../../src/contract/sets.ts'
import { Badge, Button, TextField } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import { Difficulty } from './Difficulty.tsx'
import { matches } from './matches.ts'
import type { Wanted } from './NameDialog.tsx'

interface ThemeListProps {
  readonly themes: readonly Theme[]
  readonly models: readonly ModelChoice[]
  /** Numbers of those that are in the wishes already. */
  readonly taken?: ReadonlySet<number>
  readonly onChoose: (wanted: Wanted) => void
}

/** Themes that towns open: why, how hard, and who usually holds the list. */
export function ThemeList({ themes, models, taken, onChoose }: ThemeListProps) {
  const [typed, setTyped] = useState('')
  const shown = themes.filter(theme => matches(typed, theme.title, theme.why, theme.holder))
  return (
    <div className="stack">
      <div className="create-search">
        <TextField
          label="Chercher un thème"
          placeholder="commerces, subventions, arbres…"
          optional
          value={typed}
          onChange={setTyped}
        />
      </div>
      <p className="soft" role="status">
        {counted(shown.length, 'thème', 'thèmes', 'Aucun thème : essayez un autre mot, ou l’onglet « Autre chose »')}
      </p>
      <ul className="theme-cards">
        {shown.map(theme => (
          <li key={theme.number} className="theme-card">
            <h2>{theme.title}</h2>
            {taken?.has(theme.number) && (
              <Badge kind="ok" icon="check">
                Déjà dans la liste
              </Badge>
            )}
            <Difficulty level={theme.difficulty} meaning={theme.difficultyMeaning} />
            <p>
              <strong className="theme-label">Pourquoi l’ouvrir ?</strong> {theme.why}
            </p>
            <p>
              <strong className="theme-label">Qui la tient ?</strong> {theme.holder}
            </p>
            <p>
              <strong className="theme-label">Quel modèle ?</strong> {modelsOf(theme, models)}
            </p>
            <Button onPress={() => onChoose(wantedOf(theme, models))} after="arrow-right">
              Choisir<span className="sr-only"> {theme.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the theme follows: a national model when there is one, so that the town's data go with those of the others. */
function modelsOf({ models: ids }: Theme, models: readonly ModelChoice[]): string {
  const known = ids.flatMap(id => models.find(one => one.id === id) ?? [])
  const national = known.filter(({ kind }) => kind === 'national').length
  if (national > 1) return `${national} modèles nationaux`
  return national === 1 ? 'Un modèle national' : 'Un modèle de Carnet : il n’y en a pas de national'
}

/** A theme's first model is the one that most towns need. */
function wantedOf({ title, number, models: ids }: Theme, models: readonly ModelChoice[]): Wanted {
  const choices = ids.map(id => {
    const model = models.find(one => one.id === id)
    return { id, label: model?.title ?? id, ...(model && { detail: counted(model.fields, 'colonne') }) }
  })
  return { title, model: ids[0] ?? '', theme: number, models: choices }
}
