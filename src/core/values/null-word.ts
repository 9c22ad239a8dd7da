import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { comparisonKey, oneLine } from './text.ts'

/** Writings of « there is no value here », by comparison key. */
const CERTAIN = new Set(
  `nc|nr|na|nd|n a|n c|n r|n d|null|none|nan|nil|so|s o|ras|tbd|unknown|not available|not applicable|missing|empty
non communique|non communiquee|non communiques|non renseigne|non renseignee|non renseignes|non defini|non definie|non connu|non connue
non disponible|non applicable|non concerne|non concernee|non precise|non precisee|non determine|non determinee|non fourni|non fournie
non specifie|non specifiee|inconnu|inconnue|information non disponible|donnee non disponible|donnees non disponibles|donnee manquante
pas d information|pas de donnee|pas de donnees|pas renseigne|sans objet|neant|vide|ne rien indiquer|ne rien ecrire|ne rien renseigner
ne pas renseigner|ne pas remplir|ne pas completer|ne rien mettre|ne rien saisir|laisser vide|laisser la case vide|case a laisser vide
non pertinent|non pertinente|non indique|non indiquee|non mentionne|non mentionnee|non transmis|non transmise|non fixe|pas concerne|pas concernee
indisponible|pas d info|pas d infos|pas de reponse|sans reponse|selectionner|selectionnez|selectionner dans la liste|choisir|choisissez
choisir dans la liste|choisir une valeur|choisir un element|saisir ici|a saisir|a completer|a renseigner|a definir|a preciser|a remplir|indefini|indefinie|indetermine|indeterminee`.split(
    /[|\n]/,
  ),
)

/** Words that may be a value: « aucun » may mean 0, « sans » may be a « no », « divers » is an answer. */
const DOUBTFUL = new Set(
  'aucun|aucune|sans|rien|zero|autre|ne sait pas|nsp|ne se prononce pas|a voir|a venir|np|confidentiel|secret|a verifier|en cours|en attente|x x|xx|xxx'.split(
    '|',
  ),
)

/** Cells made only of dashes, dots, question marks, slashes… and Excel's own error words. */
const SIGNS =
  /^(?:[-–—−_.…*/\\?;:,~'"\s]+|\(?\s*vide\s*\)?|\(?\s*blank\s*\)?|#(?:N\/A|NA|VALUE!|VALEUR!|REF!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!))$/i

/** 'certain' when the cell says that there is no value, 'doubtful' when the word may also be one (« aucun » may mean 0). */
export function nullWord(text: string): 'certain' | 'doubtful' | undefined {
  if (text.length > 60) return undefined
  const line = oneLine(text)
  if (line === '') return undefined
  if (SIGNS.test(line)) return /\?/.test(line) && !line.startsWith('#') ? 'doubtful' : 'certain'
  const key = comparisonKey(line)
  if (CERTAIN.has(key)) return 'certain'
  return DOUBTFUL.has(key) ? 'doubtful' : undefined
}

export const isNullWord = (text: string): boolean => nullWord(text) === 'certain'

/** Kind `null-word`: a null word becomes an empty cell, anything else stays as it is. */
export function readNullWord(text: string): Reading {
  if (oneLine(text) === '') return EMPTY
  const found = nullWord(text)
  if (found === 'certain') return certain('', `${quoted(text)} veut dire qu'il n'y a pas de valeur : cellule vidée.`)
  if (found === undefined) return certain(text)
  return doubtful(`${quoted(text)} veut-il dire qu'il n'y a pas de valeur ?`, [
    { value: '', reason: 'cellule vide : la valeur est inconnue' },
    ...(/^(aucune?|rien|zero|sans)$/.test(comparisonKey(text))
      ? [{ value: '0', reason: 'zéro : on sait qu’il n’y en a pas' }]
      : []),
  ])
}

/** For the other readers: a null word is not a date, a number…; the sentence tells what to do. */
export function refuseNullWord(text: string): Reading | undefined {
  if (nullWord(text) !== 'certain') return undefined
  return refused(
    `${quoted(text)} dit que la valeur n'est pas connue : écrivez-la, ou laissez plutôt la cellule vide si elle n'est pas obligatoire.`,
  )
}
