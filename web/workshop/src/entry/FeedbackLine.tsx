import { Button, Icon, type IconName } from '../design/index.ts'
import type { Feedback } from './feedback.ts'

const ICONS: Record<'read' | 'ask' | 'wrong', IconName> = { read: 'ok', ask: 'question', wrong: 'attention' }

interface FeedbackLineProps {
  readonly id: string
  readonly feedback: Feedback
  readonly onFix: (value: string) => void
}

/** What Carnet understands of a field, said politely while one types, with the corrections in one click. */
export function FeedbackLine({ id, feedback: { tone, message, fixes }, onFix }: FeedbackLineProps) {
  const said = tone === 'read' || tone === 'ask' || tone === 'wrong' ? tone : undefined
  return (
    <>
      <p id={id} className={`entry-feedback${said ? ` entry-feedback-${said}` : ''}`} aria-live="polite">
        {said && message && (
          <>
            <Icon name={ICONS[said]} size={18} />
            <span>{message}</span>
          </>
        )}
      </p>
      {fixes.length > 0 && (
        <div className="row entry-fixes">
          {fixes.map(fix => (
            <Button key={fix} size="small" icon="check" onPress={() => onFix(fix)}>
              Écrire « {fix} »
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
