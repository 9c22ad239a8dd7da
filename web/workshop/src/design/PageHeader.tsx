import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { arrived } from '../app/arrival.ts'
import './page-header.css'

interface PageHeaderProps {
  readonly title: string
  /** Shown instead of the plain title: it must read the same. */
  readonly shownTitle?: ReactNode
  readonly intro?: ReactNode
  readonly acts?: ReactNode
  /** The page above: « Jeux de données ». */
  readonly up?: { readonly to: string; readonly title: string }
}

/** Head of a page: its h1, which also names the window and receives the focus when one arrives from another page. */
export function PageHeader({ title, shownTitle, intro, acts, up }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Carnet`
  }, [title])
  useEffect(() => {
    if (arrived()) heading.current?.focus()
  }, [])
  return (
    <header className="c-page-header">
      {up && (
        <p className="c-page-up no-print">
          <Link to={up.to}>← {up.title}</Link>
        </p>
      )}
      <div className="c-page-title">
        <h1 ref={heading} tabIndex={-1}>
          {shownTitle ?? title}
        </h1>
        {intro && <div className="c-page-intro">{intro}</div>}
        {acts && <div className="c-page-acts row no-print">{acts}</div>}
      </div>
    </header>
  )
}
