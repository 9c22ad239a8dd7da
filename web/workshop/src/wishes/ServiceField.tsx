import { useEffect, useRef, useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { WishService } from '../../../../src/contract/wishes.ts'
import { FieldHead } from '../design/field.tsx'
import { Icon } from '../design/index.ts'
import '../design/overlay.css'

interface ServiceFieldProps {
  readonly label: string
  readonly description?: string
  readonly services: readonly WishService[]
  readonly isDisabled: boolean
  readonly value: string
  readonly onChange: (name: string | null) => void
}

/** A service of the register, or a new one that is only typed. Kept when one leaves the field. */
export function ServiceField({ label, description, services, isDisabled, value, onChange }: ServiceFieldProps) {
  const [typed, setTyped] = useState(value)
  const latest = useRef({ typed, value, onChange })
  useEffect(() => {
    latest.current = { typed, value, onChange }
  })
  useEffect(() => setTyped(value), [value])
  // A window that is closed keeps what was typed in it.
  useEffect(() => () => keep(latest.current), [])
  return (
    <ComboBox
      className="c-field"
      defaultItems={services}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={id => {
        const chosen = services.find(one => one.id === id)
        if (chosen) keep({ typed: chosen.name, value, onChange })
      }}
      onBlur={() => keep({ typed, value, onChange })}
      isDisabled={isDisabled}
      allowsCustomValue
      menuTrigger="focus"
    >
      <FieldHead label={label} description={description} optional />
      <div className="c-combo-box">
        <Input className="c-input" maxLength={120} placeholder="Services techniques…" />
        <Button>
          <Icon name="chevron-down" size={18} label={`Services connus pour ${label.toLowerCase()}`} />
        </Button>
      </div>
      <Popover className="c-popover c-popover-list">
        <ListBox className="c-list">
          {(service: WishService) => (
            <ListBoxItem className="c-list-item" id={service.id} textValue={service.name}>
              {service.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function keep({ typed, value, onChange }: { typed: string; value: string; onChange: (name: string | null) => void }) {
  const name = typed.trim()
  if (name !== value) onChange(name === '' ? null : name)
}
