import './difficulty.css'

interface DifficultyProps {
  /** 1 to 4. */
  readonly level: number
  readonly meaning: string
}

/** How hard a theme is: four steps, and the words that say it. */
export const Difficulty = ({ level, meaning }: DifficultyProps) => (
  <p className="difficulty">
    <DifficultySteps level={level} />
    <span className="small">{meaning}</span>
  </p>
)

/** The four steps alone, beside words that say them. */
export const DifficultySteps = ({ level }: { readonly level: number }) => (
  <span className="difficulty-steps" aria-hidden>
    {[1, 2, 3, 4].map(step => (
      <span key={step} className={step <= level ? 'difficulty-step is-on' : 'difficulty-step'} />
    ))}
  </span>
)
