import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Link, type LinkProps } from 'react-router'
import './button.css'
import { Icon, type IconName } from './Icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
interface Look {
  /** primary: the one act of a screen; secondary: others; quiet: in a line of text or a bar; danger: what takes away. */
  readonly kind?: ButtonKind
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: IconName
  /** An icon after the words: an arrow towards what comes next. */
  readonly after?: IconName
}
const classes = ({ kind = 'secondary', size = 'normal' }: Look, alone: boolean) =>
  `c-button c-button-${kind} c-button-${size}${alone ? ' c-button-alone' : ''}`

function Inside({ icon, after, children }: Look & { readonly children?: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {after && <Icon name={after} />}
    </>
  )
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'>, Look {
  readonly children?: ReactNode
}

/** A button. An icon alone needs an `aria-label`. `isPending` keeps it where it is while its act runs. */
export function Button({ kind, size, icon, after, children, ...rest }: ButtonProps) {
  const look = { ...(kind && { kind }), ...(size && { size }) }
  return (
    <AriaButton {...rest} className={classes(look, children === undefined)}>
      <Inside {...(icon && { icon })} {...(after && { after })}>
        {children}
      </Inside>
    </AriaButton>
  )
}

export interface LinkButtonProps extends Omit<LinkProps, 'className' | 'children'>, Look {
  readonly children: ReactNode
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ kind, size, icon, after, children, ...rest }: LinkButtonProps) {
  const look = { ...(kind && { kind }), ...(size && { size }) }
  return (
    <Link {...rest} className={classes(look, false)}>
      <Inside {...(icon && { icon })} {...(after && { after })}>
        {children}
      </Inside>
    </Link>
  )
}
