import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  type CheckboxProps,
  Radio,
  type SwitchProps,
} from 'react-aria-components'
import { FieldHead, FieldProblem, type FieldWords } from './field.tsx'
import { Icon } from './Icon.tsx'

type Words = { readonly children: ReactNode; readonly description?: ReactNode }
const ChoiceWords = ({ children, description }: Words) => (
  <span className="c-choice-words">
    <span>{children}</span>
    {description && <span className="c-description">{description}</span>}
  </span>
)

/** A box to tick. */
export function Checkbox({ children, description, ...rest }: Omit<CheckboxProps, 'children' | 'className'> & Words) {
  return (
    <AriaCheckbox {...rest} className="c-choice c-checkbox">
      {({ isIndeterminate }) => (
        <>
          <span className="c-choice-mark">
            <Icon name={isIndeterminate ? 'minus' : 'check'} size={16} />
          </span>
          <ChoiceWords description={description}>{children}</ChoiceWords>
        </>
      )}
    </AriaCheckbox>
  )
}

/** On or off, at once: no « Enregistrer » to press after. */
export function Switch({ children, description, ...rest }: Omit<SwitchProps, 'children' | 'className'> & Words) {
  return (
    <AriaSwitch {...rest} className="c-choice c-switch">
      <span className="c-choice-mark" />
      <ChoiceWords description={description}>{children}</ChoiceWords>
    </AriaSwitch>
  )
}

interface RadioGroupProps extends FieldWords {
  readonly choices: readonly { readonly id: string; readonly label: ReactNode; readonly detail?: ReactNode }[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  /** `cards`: each choice in a frame, for choices that need a sentence. */
  readonly look?: 'list' | 'row' | 'cards'
}

/** One of a few, all shown. */
export function RadioGroup({ choices, value, onChange, look = 'list', ...words }: RadioGroupProps) {
  return (
    <AriaRadioGroup
      className={`c-field c-radio-${look}`}
      value={value}
      onChange={onChange}
      isInvalid={words.error !== undefined}
      validationBehavior="aria"
    >
      <FieldHead {...words} />
      <div className={`c-choices${look === 'row' ? ' c-choices-row' : ''}`}>
        {choices.map(({ id, label, detail }) => (
          <Radio key={id} value={id} className="c-choice c-radio">
            <span className="c-choice-mark" />
            <ChoiceWords description={detail}>{label}</ChoiceWords>
          </Radio>
        ))}
      </div>
      <FieldProblem error={words.error} />
    </AriaRadioGroup>
  )
}
