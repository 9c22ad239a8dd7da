import { GRADE_WORDS, WISH_GRADES, type Wish, type WishGrade } from '../../../../src/contract/wishes.ts'
import { Button, french, RadioGroup } from '../design/index.ts'
import { GradeMark } from './GradeMark.tsx'
import { dayInWords, focusBeside } from './words.ts'

interface GradePartProps {
  readonly wish: Wish
  readonly mayChange: boolean
  readonly onChange: (grade: WishGrade | null) => void
}

/** The colour that the boxes propose, or the one that a person gave. */
export function GradePart({ wish: { grade }, mayChange, onChange }: GradePartProps) {
  const proposed = grade.auto ? `${GRADE_WORDS[grade.auto].colour}, ${GRADE_WORDS[grade.auto].meaning}. ` : ''
  return (
    <section className="wish-part" aria-labelledby="evaluation">
      <h3 id="evaluation">Évaluation finale</h3>
      <p className="small soft">
        Carnet propose : {proposed}
        {french(grade.reason)}
      </p>
      {mayChange ? (
        <RadioGroup
          label="Votre évaluation"
          value={grade.value ?? null}
          onChange={id => onChange(id as WishGrade)}
          choices={WISH_GRADES.map(id => ({ id, label: <GradeMark grade={id} /> }))}
        />
      ) : (
        grade.value && <GradeMark grade={grade.value} />
      )}
      {grade.byHand && (
        <div className="row">
          <p className="small">
            Dit par {grade.byHand.by} {dayInWords(grade.byHand.at)}.
          </p>
          {mayChange && (
            <Button
              kind="quiet"
              size="small"
              icon="undo"
              onPress={({ target }) => {
                focusBeside(target)
                onChange(null)
              }}
            >
              Revenir à l’avis de Carnet
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
