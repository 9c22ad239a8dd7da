import { type ReactNode, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import './overlay.css'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly acts?: ReactNode
  readonly size?: 'normal' | 'wide' | 'side'
}

/** A window over the page. Focus goes in, and comes back where it was. Escape closes. */
export function Dialog({ title, open, onClose, children, acts, size = 'normal' }: DialogProps) {
  return (
    <ModalOverlay className={`c-veil c-veil-${size}`} isOpen={open} onOpenChange={is => !is && onClose()} isDismissable>
      <Modal className={`c-modal c-modal-${size}`}>
        <AriaDialog className="c-dialog">
          <div className="c-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" size="small" icon="close" aria-label="Fermer" onPress={onClose} />
          </div>
          {children}
          {acts && <div className="c-dialog-acts">{acts}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface AlertDialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** What the button does, as a verb: « Mettre à la corbeille ». Never « OK ». */
  readonly confirm: string
  readonly onConfirm: () => void | Promise<void>
  readonly danger?: boolean
  readonly isDisabled?: boolean
  readonly children: ReactNode
}

/** Asks before what cannot be taken back easily. */
export function AlertDialog({
  title,
  open,
  onClose,
  confirm,
  onConfirm,
  danger,
  isDisabled,
  children,
}: AlertDialogProps) {
  const [pending, setPending] = useState(false)
  const go = async () => {
    setPending(true)
    await onConfirm()
    setPending(false)
    onClose()
  }
  return (
    <ModalOverlay className="c-veil" isOpen={open} onOpenChange={is => !is && onClose()}>
      <Modal className="c-modal">
        <AriaDialog className="c-dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="stack">{children}</div>
          <div className="c-dialog-acts">
            <Button onPress={onClose}>Annuler</Button>
            <Button
              kind={danger ? 'danger' : 'primary'}
              isPending={pending}
              isDisabled={isDisabled ?? false}
              onPress={() => void go()}
            >
              {confirm}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
