import { useState } from 'react'
import type { ModelChoice, Theme } from '../../../../src/contract/sets.ts'
import { Button, TextField } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import { Difficulty } from './Difficulty.tsx'
import { matches } from './matches.ts'
import type { Wanted } from './NameDialog.tsx'

interface ThemeListProps {
  readonly themes: readonly Theme[]
  readonly models: readonly ModelChoice[]
  readonly onChoose: (wanted: Wanted) => void
}

/** Themes that towns open: why, how hard, and who usually holds the list. */
export function ThemeList({ themes, models, onChoose }: ThemeListProps) {
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
            <Difficulty level={theme.difficulty} meaning={theme.difficultyMeaning} />
            <p>
              <strong className="theme-label">Pourquoi l’ouvrir ?</strong> {theme.why}
            </p>
            <p>
              <strong className="theme-label">Qui la tient ?</strong> {theme.holder}
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

/** A theme's first model is the one that most towns need. */
function wantedOf({ title, number, models: ids }: Theme, models: readonly ModelChoice[]): Wanted {
  const choices = ids.map(id => {
    const model = models.find(one => one.id === id)
    return { id, label: model?.title ?? id, ...(model && { detail: counted(model.fields, 'colonne') }) }
  })
  return { title, model: ids[0] ?? '', theme: number, models: choices }
}
