import { TabFrame } from '../shared/TabFrame.tsx'
import { HoleList } from './HoleList.tsx'
import { MandatoryProgress } from './MandatoryProgress.tsx'
import { QuestionBoard } from './QuestionBoard.tsx'
import './completer.css'

/** The completeness assistant: holes filled at once where one answer is enough, then what only persons know, question by question. */
export default function CompleterTab() {
  return (
    <TabFrame
      title="À compléter"
      intro={
        <p>D’abord ce qui se remplit d’un coup, puis les questions que seule une personne de la commune connaît.</p>
      }
    >
      {view => (
        <>
          <MandatoryProgress mandatory={view.mandatory} questions={view.questions.length} valid={view.report.valid} />
          <HoleList holes={view.holes} />
          <QuestionBoard questions={view.questions} fields={view.model.fields} holes={view.holes} />
        </>
      )}
    </TabFrame>
  )
}
