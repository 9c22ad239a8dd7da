/** How business software and hurried people shorten the words of a header. */
const SHORT: Readonly<Record<string, string>> = {
  adr: 'adresse',
  adrs: 'adresse',
  allerg: 'allergies',
  benef: 'beneficiaire',
  civ: 'civilite',
  conj: 'conjoint',
  dat: 'date',
  dem: 'demandeur',
  demand: 'demandeur',
  dest: 'destinataire',
  dom: 'domicile',
  dt: 'date',
  dte: 'date',
  elv: 'eleve',
  enf: 'enfant',
  fam: 'famille',
  interv: 'intervenant',
  mel: 'mail',
  nais: 'naissance',
  naiss: 'naissance',
  num: 'numero',
  observ: 'observations',
  obsv: 'observations',
  rem: 'remarques',
  rmq: 'remarques',
  comm: 'commentaires',
  prec: 'precisions',
  corresp: 'correspondant',
  presid: 'president',
  pdt: 'president',
  pdte: 'presidente',
  tres: 'tresorier',
  secr: 'secretaire',
  loc: 'locataire',
  titul: 'titulaire',
  cotit: 'titulaire',
  defun: 'defunt',
  adh: 'adherent',
  coord: 'coordonnees',
  coords: 'coordonnees',
  patho: 'pathologie',
  pers: 'personne',
  pren: 'prenom',
  pnom: 'prenom',
  prn: 'prenom',
  prop: 'proprietaire',
  proprio: 'proprietaire',
  propr: 'proprietaire',
  resp: 'responsable',
  tph: 'telephone',
  usr: 'usager',
}

/** Words that are glued in « NOMUSAGE », « DATENAIS », « telportable ». */
const GLUED = new Set(
  `nom noms prenom prenoms date dt dat nais naiss naissance lieu tel telephone port portable fixe mobile mail email courriel mel adr adresse adresses rue voie
   num numero code cp postal ville commune enfant enf eleve elv parent parents resp responsable legal pere mere usager usr agent demandeur demand benef
   beneficiaire proprietaire proprio locataire titulaire conjoint epoux epouse famille fam foyer usage jf naissance civilite civ sexe assure allocataire
   allergie allergies regime medecin traitant observation obs commentaire contact urgence personne pers iban rib nir secu president tresorier secretaire
   dom domicile perso pro complet redevable abonne tiers client marital defunt concessionnaire deces de du le et`.split(
    /\s+/,
  ),
)
/** One of them must be there: « portage » is no « port » and no « âge ». */
const ANCHORS = /^(?:noms?|prenoms?|date|dt|dat|tel|telephone|mail|email|courriel|adr|adresse|iban|nir)$/

/** « dt nais enf » is « date naissance enfant », « nomusage » is « nom usage ». */
export const plainHeader = (header: string): string =>
  header
    .split(' ')
    .flatMap(word => (word.length > 5 && !GLUED.has(word) ? cut(word) : [word]))
    .map(word => (Object.hasOwn(SHORT, word) ? SHORT[word]! : word))
    .join(' ')

function cut(word: string): string[] {
  const pieces = word.length > 40 ? undefined : piecesOf(word)
  return pieces?.some(piece => ANCHORS.test(piece)) ? pieces : [word]
}

function piecesOf(word: string): string[] | undefined {
  if (word === '') return []
  for (let end = word.length; end > 1; end--) {
    if (!GLUED.has(word.slice(0, end))) continue
    const rest = piecesOf(word.slice(end))
    if (rest) return [word.slice(0, end), ...rest]
  }
  return undefined
}
