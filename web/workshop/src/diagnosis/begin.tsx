import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { DiagnosisCard } from '../../../../src/contract/diagnosis.ts'
import { PARTS } from '../../../../src/core/diagnosis/questions.ts'
import { drawKey, post, problem } from '../api/index.ts'
import { Button, type ButtonKind, toast } from '../design/index.ts'

interface BeginButtonProps {
  readonly kind?: ButtonKind
  readonly children: ReactNode
}

/** Opens a diagnosis and goes to its first questions. */
export function BeginButton({ kind = 'primary', children }: BeginButtonProps) {
  const navigate = useNavigate()
  const [key] = useState(drawKey)
  const [busy, setBusy] = useState(false)
  const begin = async () => {
    setBusy(true)
    const answer = await post<DiagnosisCard>('/diagnosis', { key })
    setBusy(false)
    if ('value' in answer) await navigate(`/diagnostic/questions/${PARTS[0]!.id}`)
    else toast({ kind: 'error', text: problem(answer) })
  }
  return (
    <Button kind={kind} after="arrow-right" isPending={busy} onPress={() => void begin()}>
      {children}
    </Button>
  )
}
