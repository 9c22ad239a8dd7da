import { useState } from 'react'
import { useParams } from 'react-router'
import { type Awareness, COURSES, type Course, cardsOf, quizOf } from '../../../../src/contract/awareness.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { NotFound } from '../app/NotFound.tsx'
import { Button, LinkButton, PageHeader, RadioGroup } from '../design/index.ts'
import './awareness.css'
import { PaperCards } from './PaperCards.tsx'
import { Player } from './Player.tsx'
import { COURSE_WORDS } from './words.ts'

/** One course: played on the screen, or printed as cards. */
export default function CoursePage() {
  const { course: asked } = useParams()
  const kit = useApi<Awareness>('/awareness')
  const course = COURSES.find(one => one === asked)
  if (!course) return <NotFound />
  const { who, why } = COURSE_WORDS[course]
  return (
    <div className="page aware-page stack stack-loose">
      <div className="no-print">
        <PageHeader title={`${who}, en dix minutes`} intro={why} up={{ to: '/sensibiliser', title: 'Sensibiliser' }} />
      </div>
      <Load from={kit}>{({ texts }) => <Whole course={course} texts={texts} />}</Load>
    </div>
  )
}

function Whole({ course, texts }: { readonly course: Course; readonly texts: Awareness['texts'] }) {
  const body = (name: string) => texts.find(text => text.name === name)?.body ?? ''
  const [cards, questions] = [cardsOf(body(course)), quizOf(body(`quiz-${course}`))]
  const [sheet, setSheet] = useState<'four' | 'one'>('four')
  return (
    <>
      <Player cards={cards} questions={questions} />
      <section className="no-print card stack" aria-labelledby="papier">
        <h2 id="papier">Sur des cartes en papier</h2>
        <RadioGroup
          label="Combien par feuille ?"
          look="row"
          value={sheet}
          onChange={id => setSheet(id === 'one' ? 'one' : 'four')}
          choices={[
            { id: 'four', label: 'Quatre, à découper' },
            { id: 'one', label: 'Une, à afficher' },
          ]}
        />
        <div className="row">
          <Button icon="print" onPress={() => print()}>
            Imprimer les cartes
          </Button>
          <LinkButton icon="edit" to={`/sensibiliser/textes/${course}`}>
            Changer les cartes
          </LinkButton>
          <LinkButton icon="edit" to={`/sensibiliser/textes/quiz-${course}`}>
            Changer les questions
          </LinkButton>
        </div>
      </section>
      <PaperCards cards={cards} questions={questions} sheet={sheet} />
    </>
  )
}
