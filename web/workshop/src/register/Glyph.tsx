import type { NodeKind } from '../../../../src/contract/register.ts'
import { KIND_GLYPHS } from '../../../../src/core/town/register/glyphs.ts'
import { type SetStatus, STATUS_SHAPES, STATUS_WORDS } from '../../../../src/core/town/register/status.ts'

/** The drawing of a kind. Its word is beside it, or `sr-only`. */
export const Glyph = ({ kind }: { readonly kind: NodeKind }) => (
  <svg className={`rg-glyph rg-ink-${kind}`} viewBox="0 0 18 18" width={18} height={18} aria-hidden="true">
    <path d={KIND_GLYPHS[kind]} />
  </svg>
)

/** Where a set stands: its shape and its words. */
export const Status = ({ status }: { readonly status: SetStatus }) => (
  <span className={`rg-status rg-status-${status}`}>
    <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden="true">
      <path fillRule="evenodd" d={STATUS_SHAPES[status]} />
    </svg>
    {STATUS_WORDS[status]}
  </span>
)
