import { Button, Tooltip } from '../design/index.ts'
import { useSet } from './set-context.ts'
import { listed } from './shared/words.ts'

const initials = (name: string): string =>
  name
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map(word => word[0] ?? '')
    .join('')
    .toUpperCase()

/** Who else has this set open now. */
export function Others() {
  const { others } = useSet()
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ name }) => name))]
  const words = `${listed(names)} ${names.length > 1 ? 'sont' : 'est'} aussi sur ce jeu`
  return (
    <Tooltip text={words}>
      <Button kind="quiet">
        <span className="set-others">
          {names.slice(0, 4).map(name => (
            <span key={name} className="set-other">
              {initials(name)}
            </span>
          ))}
        </span>
        <span className="sr-only">{words}</span>
      </Button>
    </Tooltip>
  )
}
