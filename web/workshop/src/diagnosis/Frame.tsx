import type { ReactNode } from 'react'

/** A table wider than a phone scrolls in a frame of its own, with the keyboard too. */
export const Frame = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section className="diag-frame" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
