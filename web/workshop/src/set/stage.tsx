import type { SetStage } from '../../../../src/contract/sets.ts'
import { Badge, type BadgeKind, type IconName } from '../design/index.ts'

const STAGES: Record<SetStage, { readonly words: string; readonly kind: BadgeKind; readonly icon: IconName }> = {
  'waiting-for-file': { words: 'Attend un fichier', kind: 'neutral', icon: 'clock' },
  'to-prepare': { words: 'À préparer', kind: 'info', icon: 'clean' },
  'to-complete': { words: 'À compléter', kind: 'attention', icon: 'edit' },
  ready: { words: 'Prêt', kind: 'ok', icon: 'ok' },
  published: { words: 'Publié', kind: 'ok', icon: 'ok' },
}

export const stageWords = (stage: SetStage): string => STAGES[stage].words

interface StageBadgeProps {
  readonly stage: SetStage
  /** Whose word is waited for before it opens. */
  readonly awaiting?: string
}

/** Where a set stands, in two words. */
export const StageBadge = ({ stage, awaiting }: StageBadgeProps) =>
  stage === 'ready' && awaiting !== undefined ? (
    <Badge kind="attention" icon="clock">
      Prêt, en attente de {awaiting}
    </Badge>
  ) : (
    <Badge kind={STAGES[stage].kind} icon={STAGES[stage].icon}>
      {STAGES[stage].words}
    </Badge>
  )
