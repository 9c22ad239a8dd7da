interface DifficultyProps {
  /** 1 to 4. */
  readonly level: number
  readonly meaning: string
}

/** How hard a theme is: four steps, and the words that say it. */
export const Difficulty = ({ level, meaning }: DifficultyProps) => (
  <p className="difficulty">
    <span className="difficulty-steps" aria-hidden>
      {[1, 2, 3, 4].map(step => (
        <span key={step} className={step <= level ? 'difficulty-step is-on' : 'difficulty-step'} />
      ))}
    </span>
    <span className="small">{meaning}</span>
  </p>
)
