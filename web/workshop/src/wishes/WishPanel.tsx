import { Link } from 'react-router'
import type { Wish, WishService } from '../../../../src/contract/wishes.ts'
import { Dialog, french } from '../design/index.ts'
import { Difficulty } from '../home/Difficulty.tsx'
import { History } from '../journal/History.tsx'
import { StageBadge } from '../set/stage.tsx'
import { BoxesPart } from './BoxesPart.tsx'
import { DecisionPart } from './DecisionPart.tsx'
import { GradePart } from './GradePart.tsx'
import { ServiceField } from './ServiceField.tsx'
import type { WishActs } from './use-wishes.ts'

interface WishPanelProps {
  readonly wish: Wish
  readonly services: readonly WishService[]
  readonly acts: WishActs
  readonly mayChange: boolean
  readonly onClose: () => void
}

/** Everything about one wish, beside the list. */
export function WishPanel({ wish, services, acts, mayChange, onClose }: WishPanelProps) {
  const { theme, model, slug, stage } = wish
  // The history is read again at each thing said.
  const said = JSON.stringify([wish.rank, wish.service, wish.second, wish.boxes, wish.grade, wish.decision])
  return (
    <Dialog title={`${wish.rank}. ${wish.title}`} open onClose={onClose} size="side">
      <div className="row">
        <StageBadge stage={stage} />
        <Link to={`/jeux/${slug}`}>Ouvrir le jeu</Link>
      </div>
      {theme && (
        <div className="stack stack-tight">
          <Difficulty level={theme.difficulty} meaning={theme.difficultyMeaning} />
          <p>{french(theme.why)}</p>
        </div>
      )}
      {model.kind === 'none' && (
        <p>
          Ce thème n’a pas encore de modèle. <Link to="/modeles/nouveau">Le faire à partir d’une feuille</Link>, puis le
          donner à ce jeu.
        </p>
      )}
      <section className="wish-part" aria-labelledby="qui">
        <h3 id="qui">À qui le demander</h3>
        <ServiceField
          label="Service à contacter"
          {...(theme && { description: `D’habitude : ${theme.holder}` })}
          services={services}
          isDisabled={!mayChange}
          value={wish.service?.name ?? ''}
          onChange={name => acts.service(wish, 'first', name)}
        />
        <ServiceField
          label="Second service"
          services={services}
          isDisabled={!mayChange}
          value={wish.second?.name ?? ''}
          onChange={name => acts.service(wish, 'second', name)}
        />
      </section>
      <BoxesPart wish={wish} mayChange={mayChange} onChange={(box, on) => acts.box(wish, box, on)} />
      <GradePart wish={wish} mayChange={mayChange} onChange={grade => acts.grade(wish, grade)} />
      <DecisionPart
        key={slug}
        wish={wish}
        mayChange={mayChange}
        onDecide={(value, why) => acts.decide(wish, value, why)}
      />
      <section className="wish-part" aria-labelledby="histoire">
        <h3 id="histoire">L’histoire de ce souhait</h3>
        <History key={said} path={`/wishes/${slug}/journal`} />
      </section>
    </Dialog>
  )
}
