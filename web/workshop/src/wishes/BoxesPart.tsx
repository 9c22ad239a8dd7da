import { BOX_WORDS, type BoxState, type Wish, type WishBox } from '../../../../src/contract/wishes.ts'
import { Button, Checkbox, french } from '../design/index.ts'
import { dayInWords, focusBeside } from './words.ts'

interface BoxesPartProps {
  readonly wish: Wish
  readonly mayChange: boolean
  readonly onChange: (box: WishBox, on: boolean | null) => void
}

/** The five boxes: filled by Carnet from what was received, changed by a person, given back to Carnet. */
export const BoxesPart = ({ wish, mayChange, onChange }: BoxesPartProps) => (
  <section className="wish-part" aria-labelledby="cases">
    <h3 id="cases">Ce qu’il reste à faire</h3>
    <p className="small soft">Carnet coche d’après le fichier reçu. Votre avis passe avant le sien.</p>
    {wish.boxes.map(state => (
      <div key={state.box} className="wish-box-line">
        <Checkbox
          isSelected={state.on}
          isDisabled={!mayChange}
          onChange={on => onChange(state.box, on)}
          description={<Why state={state} />}
        >
          {BOX_WORDS[state.box]}
        </Checkbox>
        {state.byHand && mayChange && (
          <Button
            kind="quiet"
            size="small"
            icon="undo"
            onPress={({ target }) => {
              focusBeside(target)
              onChange(state.box, null)
            }}
          >
            Rendre à Carnet<span className="sr-only"> la case {BOX_WORDS[state.box]}</span>
          </Button>
        )}
      </div>
    ))}
  </section>
)

const Why = ({ state: { on, auto, reason, byHand } }: { readonly state: BoxState }) =>
  byHand ? (
    <>
      {on ? 'Cochée' : 'Décochée'} par {byHand.by} {dayInWords(byHand.at)}.{' '}
      {auto !== on && `Carnet ${auto ? 'la coche' : 'ne la coche pas'} : `}
      {french(reason)}
    </>
  ) : (
    french(reason)
  )
