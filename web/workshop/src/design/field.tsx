import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import './field.css'
import { type Help, HelpTip } from './HelpTip.tsx'
import { Icon } from './Icon.tsx'

/** The words around any field. */
export interface FieldWords {
  readonly label: string
  /** What it means, with an example, opened by the « ? » beside the label. */
  readonly help?: Help | undefined
  /** One line always shown under the label. */
  readonly description?: ReactNode
  /** What is wrong, said as « got and wanted ». */
  readonly error?: string | undefined
  /** Says « (facultatif) »: here fields are required unless told. */
  readonly optional?: boolean | undefined
}

/** Label, help and description, above the field. */
export function FieldHead({ label, help, description, optional }: FieldWords) {
  return (
    <>
      <div className="c-field-head">
        <Label className="c-label">
          {label} {optional && <span className="c-optional">(facultatif)</span>}
        </Label>
        {help && <HelpTip about={label} {...help} />}
      </div>
      {description && (
        <Text slot="description" className="c-description">
          {description}
        </Text>
      )}
    </>
  )
}

/** What is wrong, under the field. */
export function FieldProblem({ error }: { readonly error?: string | undefined }) {
  return (
    <FieldError className="c-field-error">
      <Icon name="error" size={18} /> <span>{error}</span>
    </FieldError>
  )
}
