import { Navigate } from 'react-router'
import type { SetStage } from '../../../../src/contract/sets.ts'
import { useSet } from './set-context.ts'

/** The tab where the work is. */
const TAB: Record<SetStage, string> = {
  'waiting-for-file': 'sources',
  'to-prepare': 'nettoyage',
  'to-complete': 'a-completer',
  ready: 'verification',
  published: 'publication',
}

/** Opening a set without saying which tab goes to where the work is. */
export default function FirstTab() {
  return <Navigate to={TAB[useSet().state.stage]} replace />
}
