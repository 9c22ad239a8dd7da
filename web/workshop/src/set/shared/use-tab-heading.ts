import { type RefObject, useEffect, useRef } from 'react'
import { arrived } from '../../app/arrival.ts'

/** The title of a tab: when the link that led here has gone with its page, the keyboard starts from it. */
export function useTabHeading(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived() && document.activeElement === document.body) heading.current?.focus()
  }, [])
  return heading
}
