import { TextArea as AriaTextArea, TextField as AriaTextField, Input, type TextFieldProps } from 'react-aria-components'
import { FieldHead, FieldProblem, type FieldWords } from './field.tsx'

type Base = Omit<TextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validate'>
interface Props extends Base, FieldWords {
  readonly placeholder?: string
}

/** One line of text. */
export function TextField({ label, help, description, error, optional, placeholder, ...rest }: Props) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className="c-field"
      isRequired={!optional}
      validationBehavior="aria"
    >
      <FieldHead {...{ label, help, description, optional }} />
      <Input className="c-input" {...(placeholder && { placeholder })} />
      <FieldProblem error={error} />
    </AriaTextField>
  )
}

/** Several lines of text. */
export function TextArea({
  label,
  help,
  description,
  error,
  optional,
  placeholder,
  rows = 4,
  ...rest
}: Props & { readonly rows?: number }) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className="c-field"
      isRequired={!optional}
      validationBehavior="aria"
    >
      <FieldHead {...{ label, help, description, optional }} />
      <AriaTextArea className="c-input" rows={rows} {...(placeholder && { placeholder })} />
      <FieldProblem error={error} />
    </AriaTextField>
  )
}
