import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import './overlay.css'
import { Icon } from './Icon.tsx'

export interface Help {
  readonly meaning: string
  readonly example?: string | undefined
}

/** The « ? » beside a word: what it means, and an example. Opens with a click, a tap or the keyboard: nothing is hidden behind hovering. */
export function HelpTip({ about, meaning, example }: Help & { readonly about: string }) {
  return (
    <DialogTrigger>
      <Button className="c-help" aria-label={`Aide : ${about}`}>
        <Icon name="question" size={16} />
      </Button>
      <Popover className="c-popover c-help-popover" placement="bottom start">
        <Dialog className="c-popover-inside">
          <Heading slot="title" className="c-help-title">
            {about}
          </Heading>
          <p>{meaning}</p>
          {example && (
            <p className="c-help-example">
              Exemple : <strong>{example}</strong>
            </p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
