import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { FieldHead, FieldProblem, type FieldWords } from './field.tsx'
import { Icon } from './Icon.tsx'
import './overlay.css'

export interface Choice {
  readonly id: string
  readonly label: string
  /** A smaller line under the label. */
  readonly detail?: string | undefined
}

const Choices = ({ empty }: { readonly empty?: string }) => (
  <Popover className="c-popover c-popover-list">
    <ListBox className="c-list" renderEmptyState={() => <p className="c-list-item soft">{empty ?? 'Aucun choix'}</p>}>
      {(choice: Choice) => (
        <ListBoxItem className="c-list-item" id={choice.id} textValue={choice.label}>
          <span>{choice.label}</span>
          {choice.detail && <small>{choice.detail}</small>}
        </ListBoxItem>
      )}
    </ListBox>
  </Popover>
)

interface SelectProps extends FieldWords {
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

/** One choice of a short list. Past ten choices, prefer ComboBox. */
export function Select({
  choices,
  value,
  onChange,
  placeholder = 'Choisir…',
  isDisabled = false,
  ...words
}: SelectProps) {
  return (
    <AriaSelect
      className="c-field"
      value={value}
      onChange={key => key !== null && onChange(String(key))}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={words.error !== undefined}
      validationBehavior="aria"
    >
      <FieldHead {...words} />
      <Button className="c-select-button">
        <SelectValue />
        <Icon name="chevron-down" size={18} />
      </Button>
      <FieldProblem error={words.error} />
      <Popover className="c-popover c-popover-list">
        <ListBox className="c-list" items={choices}>
          {choice => (
            <ListBoxItem className="c-list-item" id={choice.id} textValue={choice.label}>
              <span>{choice.label}</span>
              {choice.detail && <small>{choice.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

interface ComboBoxProps extends FieldWords {
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** When the list is searched elsewhere (the server), the typed text goes there and the list is shown as it comes. */
  readonly typed?: string
  readonly onType?: (text: string) => void
  readonly placeholder?: string
  readonly empty?: string
}

/** One choice of a long list, found by typing a few letters. */
export function ComboBox({ choices, value, onChange, typed, onType, placeholder, empty, ...words }: ComboBoxProps) {
  return (
    <AriaComboBox
      className="c-field"
      {...(onType ? { items: choices } : { defaultItems: choices })}
      value={value}
      onChange={key => onChange(key === null ? null : String(key))}
      {...(typed !== undefined && { inputValue: typed })}
      {...(onType && { onInputChange: onType })}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={words.error !== undefined}
      validationBehavior="aria"
    >
      <FieldHead {...words} />
      <div className="c-combo-box">
        <Input className="c-input" {...(placeholder && { placeholder })} />
        <Button aria-label="Montrer les choix">
          <Icon name="chevron-down" size={18} />
        </Button>
      </div>
      <FieldProblem error={words.error} />
      <Choices {...(empty && { empty })} />
    </AriaComboBox>
  )
}
