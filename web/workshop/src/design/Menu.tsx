import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { Button, type ButtonKind } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './overlay.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly danger?: boolean
  readonly isDisabled?: boolean
  readonly onAction?: () => void
  /** An address of the workshop (without /atelier). */
  readonly to?: string
}
interface MenuProps {
  /** Says what the menu is about; shown when there is no icon. */
  readonly label: string
  readonly icon?: IconName
  /** Shown on the button instead of the label, which is then only said. */
  readonly shown?: ReactNode
  readonly kind?: ButtonKind
  readonly size?: 'small' | 'normal'
  readonly items: readonly MenuEntry[]
}

/** A button that opens a few acts. */
export function Menu({ label, icon, shown, kind = 'quiet', size = 'normal', items }: MenuProps) {
  const navigate = useNavigate()
  const run = (id: string | number) => {
    const item = items.find(one => one.id === id)
    item?.onAction?.()
    if (item?.to) void navigate(item.to)
  }
  return (
    <MenuTrigger>
      {icon ? (
        <Button kind={kind} size={size} icon={icon} aria-label={label} />
      ) : (
        <Button kind={kind} size={size} after="chevron-down" {...(shown && { 'aria-label': label })}>
          {shown ?? label}
        </Button>
      )}
      <Popover className="c-popover" placement="bottom end">
        <AriaMenu className="c-menu" onAction={run} items={items} aria-label={label}>
          {item => (
            <MenuItem
              className={`c-menu-item${item.danger ? ' c-menu-danger' : ''}`}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
            >
              {item.icon && <Icon name={item.icon} />}
              {item.label}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
