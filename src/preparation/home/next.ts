import type { Home, SetSummary, UploadCard } from '../../contract/sets.ts'
import { count } from '../acts/notes.ts'
import { NO_MODEL } from '../models/no-model.ts'

type Next = Home['next']

/** One thing to do, the one that brings the town furthest: publish what is ready, place what was received, prepare, complete, ask for a file. */
export function nextThing(all: readonly SetSummary[], inbox: readonly UploadCard[]): Next {
  if (all.length === 0 && inbox.length === 0)
    return {
      title: 'Choisissez votre premier jeu de données',
      sentence: 'Par exemple vos défibrillateurs ou vos commerces. Un fichier Excel suffit, tel qu’il est.',
      href: '/atelier/jeux/nouveau',
      action: 'Choisir un jeu',
    }
  // « Non » and « pas maintenant » are the town's word: nothing is pushed against it.
  const sets = all.filter(({ decision }) => decision !== 'no' && decision !== 'later')
  // One whose approval is waited for is nobody's to do here.
  const ready = sets.find(({ stage, withdrawn, awaiting }) => stage === 'ready' && !withdrawn && !awaiting)
  if (ready) return publish(ready)
  const placed = firstToPlace(sets, inbox)
  if (placed?.suggestion)
    return {
      title: `« ${placed.name} » semble aller dans « ${placed.suggestion.title} »`,
      sentence: placed.suggestion.reason,
      href: '/atelier/fichiers',
      action: 'Ranger ce fichier',
    }
  const inOrder = (['to-prepare', 'to-complete'] as const).map(stage => sets.find(set => set.stage === stage))
  const [toPrepare, toComplete] = inOrder
  if (toPrepare) return toPrepare.model.id === NO_MODEL ? makeModel(toPrepare) : prepare(toPrepare)
  if (toComplete) return complete(toComplete)
  const received = inbox.find(({ unreadable }) => unreadable === undefined)
  if (received)
    return {
      title: `Rangez « ${received.name} » dans un jeu`,
      sentence: 'Ce fichier est reçu et gardé ; il n’est encore dans aucun jeu.',
      href: '/atelier/fichiers',
      action: 'Ranger ce fichier',
    }
  const behind = sets.find(({ stage, published }) => stage === 'published' && published?.behind)
  if (behind) return publishAgain(behind)
  const empty = sets.find(({ stage }) => stage === 'waiting-for-file')
  if (empty)
    return {
      title: `« ${empty.title} » attend son fichier`,
      sentence: 'Déposez le fichier tel qu’il est, collez un tableau, ou saisissez les lignes une à une.',
      href: `/atelier/jeux/${empty.slug}/sources`,
      action: 'Donner le fichier',
    }
  return {
    title: sets.length > 0 ? 'Tout est publié. Quel sera le jeu suivant ?' : 'Quel sera le jeu suivant ?',
    sentence:
      sets.length > 0
        ? 'Vos jeux sont ouverts à tous, à jour. Commencez-en un autre quand vous voulez.'
        : 'Vous avez décidé de ne rien ouvrir pour l’instant de votre liste de souhaits. Choisissez un autre jeu, ou changez d’avis.',
    href: '/atelier/jeux/nouveau',
    action: 'Choisir un jeu',
  }
}

/** The one that goes in the set that the town wants first. */
const firstToPlace = (sets: readonly SetSummary[], inbox: readonly UploadCard[]): UploadCard | undefined =>
  sets.flatMap(({ slug }) => inbox.find(({ suggestion }) => suggestion?.set === slug) ?? [])[0]

const publish = ({ slug, title }: SetSummary): Next => ({
  title: `Publiez « ${title} »`,
  sentence: 'Il respecte son modèle. Restent la fiche descriptive et les données personnelles à regarder.',
  href: `/atelier/jeux/${slug}/publication`,
  action: 'Publier',
})

const publishAgain = ({ slug, title }: SetSummary): Next => ({
  title: `« ${title} » a changé depuis sa publication`,
  sentence: 'Relisez ce qui change, puis publiez la nouvelle version : l’adresse reste la même.',
  href: `/atelier/jeux/${slug}/publication`,
  action: 'Voir ce qui change',
})

const makeModel = ({ title }: SetSummary): Next => ({
  title: `Faites le modèle de « ${title} »`,
  sentence: 'Ce thème n’a pas encore de modèle : Carnet en tire un de votre feuille, puis vous le donnez à ce jeu.',
  href: '/atelier/modeles/nouveau',
  action: 'Faire le modèle',
})

const prepare = ({ slug, title, errors }: SetSummary): Next => ({
  title: `Préparez « ${title} »`,
  sentence:
    errors === undefined
      ? 'Son fichier est arrivé : voyez ce que Carnet propose.'
      : `${count(errors, 'case ou colonne', 'cases ou colonnes')} à corriger.`,
  href: `/atelier/jeux/${slug}`,
  action: 'Continuer',
})

const complete = ({ slug, title, errors }: SetSummary): Next => ({
  title: `Complétez « ${title} »`,
  sentence: `Il ne manque que ${count(errors ?? 0, 'case obligatoire', 'cases obligatoires')}.`,
  href: `/atelier/jeux/${slug}/a-completer`,
  action: 'Compléter',
})
