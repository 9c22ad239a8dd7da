import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './notice.css'

export type NoticeKind = 'info' | 'ok' | 'attention' | 'error'
const WORDS: Record<NoticeKind, string> = {
  info: 'À savoir',
  ok: 'C’est fait',
  attention: 'Attention',
  error: 'Cela n’a pas marché',
}

interface NoticeProps {
  readonly kind?: NoticeKind
  /** Instead of the kind's own words. */
  readonly title?: string
  readonly children: ReactNode
  readonly acts?: ReactNode
  /** Said at once by screen readers: for what appears after an act. */
  readonly live?: boolean
}

/** A message in the page: icon, words, then colour. */
export function Notice({ kind = 'info', title, children, acts, live }: NoticeProps) {
  return (
    <div className={`c-notice c-notice-${kind}`} {...(live && { role: kind === 'error' ? 'alert' : 'status' })}>
      <Icon name={kind} size={22} />
      <div className="c-notice-body">
        <p className="c-notice-title">{title ?? WORDS[kind]}</p>
        <div>{children}</div>
        {acts && <div className="row">{acts}</div>}
      </div>
    </div>
  )
}
