import { useState } from 'react'
import type { z } from 'zod'
import type { ErasureAnswer, erase } from '../../../../src/contract/sets.ts'
import { post, problem } from '../api/index.ts'
import { AlertDialog, Checkbox, Notice, toast } from '../design/index.ts'

interface EraseDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly wanted: z.infer<typeof erase>
  /** « le fichier « liste.xlsx » ». */
  readonly what: string
  readonly onErased: () => Promise<void>
}

/** Erasure for good, which the law asks for personal data received by mistake. It is the only act of Carnet without return. */
export function EraseDialog({ open, onClose, wanted, what, onErased }: EraseDialogProps) {
  const [sure, setSure] = useState(false)
  const close = () => {
    setSure(false)
    onClose()
  }
  const go = async () => {
    const answer = await post<ErasureAnswer>('/erasures', wanted)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    const { places } = answer.value
    toast({ text: `Effacé pour toujours, à ${places} ${places > 1 ? 'endroits' : 'endroit'}.` })
    await onErased()
  }
  return (
    <AlertDialog
      title="Effacer pour toujours ?"
      open={open}
      onClose={close}
      confirm="Effacer pour toujours"
      danger
      isDisabled={!sure}
      onConfirm={go}
    >
      <p>
        Carnet va effacer {what} partout : fichier d’origine, tableau, corrections, historique et copies gardées. Seuls
        votre nom et l’heure resteront.
      </p>
      <Notice kind="attention" title="C’est le seul geste sans retour">
        <p>
          Il sert quand des données personnelles ont été reçues par erreur. Pour tout le reste, la corbeille suffit :
          elle rend ce qu’on lui confie.
        </p>
      </Notice>
      <Checkbox isSelected={sure} onChange={setSure}>
        J’ai compris : personne ne pourra le retrouver.
      </Checkbox>
    </AlertDialog>
  )
}
