import type { Home, SetSummary } from '../../contract/sets.ts'
import { count } from '../acts/notes.ts'

type Step = Home['steps'][number]

/** The steps of the town's way that its sets tell, after the diagnosis (diagnosis.ts), each with its place. */
export function waysOf(sets: readonly SetSummary[]): Step[] {
  const withFile = sets.filter(({ stage }) => stage !== 'waiting-for-file').length
  const ready = sets.filter(({ stage }) => stage === 'ready' || stage === 'published').length
  const open = sets.filter(({ published }) => published).length
  return [
    {
      id: 'identification',
      title: 'Identification',
      sentence: identified(sets.length, withFile),
      done: withFile,
      total: sets.length,
      state: stateOf(withFile, sets.length, true),
      href: '/atelier/souhaits',
    },
    {
      id: 'preparation',
      title: 'Préparation',
      sentence: prepared(withFile, ready),
      done: ready,
      total: sets.length,
      state: stateOf(ready, sets.length, withFile > 0),
      href: '/atelier/jeux',
    },
    {
      id: 'publication',
      title: 'Publication',
      sentence: published(open, sets.filter(({ stage, withdrawn }) => stage === 'ready' && !withdrawn).length),
      done: open,
      total: sets.length,
      state: stateOf(open, sets.length, ready > 0 || open > 0),
      href: '/atelier/faire-savoir/portail',
    },
    {
      id: 'valorisation',
      title: 'Valorisation',
      sentence:
        open > 0
          ? 'Chaque jeu publié a sa page, sa carte s’il dit où sont les choses, et des textes prêts à envoyer.'
          : 'Des cartes, des textes prêts à envoyer, une affiche : après la première publication.',
      done: 0,
      total: 0,
      state: open === 0 ? 'later' : open === sets.length ? 'now' : 'todo',
      ...(open > 0 && { href: '/atelier/faire-savoir' }),
    },
  ]
}

const stateOf = (done: number, total: number, begun: boolean): Step['state'] =>
  total > 0 && done === total ? 'done' : begun ? 'now' : 'todo'

function identified(sets: number, withFile: number): string {
  if (sets === 0) return 'Choisissez un premier jeu de données : ce que votre commune veut ouvrir.'
  const missing = sets - withFile
  if (missing === 0) return `${count(sets, 'jeu choisi', 'jeux choisis')}, chacun avec son fichier.`
  return `${count(sets, 'jeu choisi', 'jeux choisis')} ; ${count(missing, 'attend son fichier', 'attendent leur fichier')}.`
}

function prepared(withFile: number, ready: number): string {
  if (withFile === 0) return 'Déposez un fichier tel qu’il est : Carnet propose ce qu’il y a à faire.'
  if (ready === withFile) return `${count(ready, 'jeu est prêt', 'jeux sont prêts')}.`
  return `${count(ready, 'jeu prêt', 'jeux prêts')} sur ${withFile}.`
}

function published(open: number, waiting: number): string {
  const next =
    waiting > 0
      ? `${count(waiting, 'jeu prêt attend', 'jeux prêts attendent')} d’être publié${waiting > 1 ? 's' : ''}.`
      : ''
  if (open > 0) return `${count(open, 'jeu publié', 'jeux publiés')} sur le portail de la commune. ${next}`.trim()
  return next || 'Quand un jeu est prêt, vous l’ouvrez à tous, sur le portail de la commune.'
}
