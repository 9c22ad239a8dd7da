import { GRADE_WORDS, WISH_GRADES, type Wishlist } from '../../../../src/contract/wishes.ts'
import { Button, french } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import { GradeShape } from './GradeMark.tsx'

interface OverviewProps {
  readonly list: Wishlist
  readonly onOpen: (slug: string) => void
}

/** How many of each colour, and the one next thing. */
export function Overview({ list: { wishes, next }, onOpen }: OverviewProps) {
  const decided = wishes.filter(({ decision }) => decision?.value === 'open').length
  return (
    <section className="wishes-overview card" aria-label="Où en est la liste">
      <ul className="wishes-counts">
        {WISH_GRADES.map(grade => (
          <li key={grade}>
            <GradeShape grade={grade} />
            <strong>{wishes.filter(one => one.grade.value === grade).length}</strong> {GRADE_WORDS[grade].meaning}
          </li>
        ))}
        <li>
          <strong>{wishes.filter(one => one.grade.value === undefined).length}</strong> à évaluer
        </li>
        <li className="wishes-counts-end">
          {counted(decided, 'jeu à ouvrir', 'jeux à ouvrir', 'rien encore à ouvrir')}
        </li>
      </ul>
      {next && (
        <div className="wishes-next no-print">
          <p>
            <span className="next-kicker">La prochaine chose à faire</span> {french(next.sentence)}
          </p>
          <Button kind="primary" size="small" after="arrow-right" onPress={() => onOpen(next.wish)}>
            Le faire
          </Button>
        </div>
      )}
    </section>
  )
}
