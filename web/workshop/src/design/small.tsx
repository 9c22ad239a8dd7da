import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components'
import { Icon, type IconName } from './Icon.tsx'
import './notice.css'

export type BadgeKind = 'neutral' | 'info' | 'ok' | 'attention' | 'error'

/** One or two words of state. The words tell; the colour only helps. */
export function Badge({
  kind = 'neutral',
  icon,
  children,
}: {
  kind?: BadgeKind
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={`c-badge c-badge-${kind}`}>
      {icon && <Icon name={icon} size={15} />}
      {children}
    </span>
  )
}

/** How far something is: 0 to 1, or without value when nobody knows. */
export function Progress({ label, value, words }: { label: string; value?: number; words?: string }) {
  return (
    <ProgressBar
      className="c-progress"
      value={(value ?? 0) * 100}
      isIndeterminate={value === undefined}
      {...(words && { valueLabel: words })}
      aria-label={label}
    >
      {({ percentage, valueText }) => (
        <>
          <span className="c-progress-words">
            <span>{label}</span>
            <span className="soft">{valueText}</span>
          </span>
          <span className="c-progress-track">
            <span className="c-progress-fill" style={{ width: `${percentage ?? 30}%`, display: 'block' }} />
          </span>
        </>
      )}
    </ProgressBar>
  )
}

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly children: ReactNode
  readonly acts?: ReactNode
}

/** What a page says when there is nothing yet: why, and what to do. */
export function EmptyState({ icon, title, children, acts }: EmptyStateProps) {
  return (
    <div className="c-empty">
      <span className="c-empty-mark">
        <Icon name={icon} size={30} />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {acts && <div className="row">{acts}</div>}
    </div>
  )
}

/** Shape of what is coming. Says « Chargement » to those who do not see it. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  return (
    <div className="c-skeleton" role="status">
      <span className="sr-only">Chargement…</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden />
      ))}
    </div>
  )
}
