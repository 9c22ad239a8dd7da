/** What headers say of the names under them. All read the header's words, lower case and without accents. */

/** Their cells are people, whatever they are called. */
const PEOPLE_WORDS = `
  nom (?:et )?prenoms?;prenoms? (?:et )?noms?;noms? (?:de )?(?:naissance|jeune fille|usage|famille|patronymique|marital);patronyme;identite;eleves?;enfants?;
  parents?;peres?;meres?;maman;papa;tut(?:eur|rice);defunte?s?;concessionnaires?;ayants? droit;conjointe?s?;epou(?:x|se);usagers?;adherente?s?;
  lect(?:eur|rice)s?;emprunteu(?:r|se)s?;demandeu(?:r|se)s?;petitionnaires?;locataires?;proprietaires?;habitante?s?;residente?s?;candidate?s?;patiente?s?;
  salariee?s?;employee?s?;agente?s?;assistantes? maternelles?;nourrices?;referente?s?;responsables?;(?:vice )?presidente?s?;tresori(?:er|ere)s?;
  gerante?s?;dirigeante?s?;direct(?:eur|rice)s?;contacts?;interlocut(?:eur|rice)s?;correspondante?s?;representante?s?;elue?s?;maires?;adjointe?s?;
  conseill(?:er|ere)s?;rapporteu(?:r|se)s?;signataires?;redact(?:eur|rice)s?;instruct(?:eur|rice)s?;animat(?:eur|rice)s?;technicien(?:ne)?s?;chauffeurs?;
  conduct(?:eur|rice)s?;medecins?;praticien(?:ne)?s?;(?:saisie?|creee?|modifiee?|suivie?|signalee?|declaree?|mis a jour) par;personnes?;famille;foyer;
  intervenante?s?;pouvoirs?;absents?;presents?;secretaire de seance;utilisat(?:eur|rice)s?;victimes?;benevoles?;participante?s?;inscrite?s?;plaignante?s?;
  expediteurs?;destinataires?;suppleante?s?;titulaires?;licenciee?s?;abonnee?s?;porteurs?;donat(?:eur|rice)s?;temoins?;jardiniers?;encadrante?s?;
  enseignante?s?;professeurs?;gardien(?:ne)?s?;invent(?:eur|rice);beneficiaires? physiques?;vend(?:eur|eresse)s?;acquereurs?;redevables?;debit(?:eur|rice)s?;
  hebergee?s?;hebergeante?s?;mise? en cause;mariee?s?;riverain(?:e)?s?;declarante?s?;requerante?s?;exposante?s?;mandataires?;heriti(?:er|ere)s?;stagiaires?;
  apprentie?s?;visiteu(?:r|se)s?;(?:recue?|traitee?|faite?|encaissee?|validee?|remise?|redigee?|prise? en charge|etablie?|demandee?|accompagnee?) par;
  accompagnat(?:eur|rice)s?;assistante?s? sociale?s?;travailleu(?:r|se)s? socia(?:l|le|ux);infirmi(?:er|ere)s?;jures?;juree?s?;arbitres?;capitaines?;
  entraineu(?:r|se)s?;joueu(?:r|se)s?;laureate?s?;parrains?;marraines?;garante?s?;sinistree?s?;elect(?:eur|rice)s?;officier d etat civil;verbalisat(?:eur|rice);
  detent(?:eur|rice)s?;preneurs?;occupante?s?;colocataires?;nom complet;qui;interessee?s?;membres?;nourrissons?;bebes?;fil(?:s|les?);allocataires?;passagers?;
  format(?:eur|rice)s?;coordinat(?:eur|rice)s?;remplacante?s?;d astreinte;clients?;convives?;pensionnaires?;volontaires?;demandeuse;plaignante?;auxiliaires?;
  aidante?s?;aidees?;voisins?;personnel;conge de;astreinte;chefs?;pilotes?;delegataires?;adoptante?s?;invitee?s?;attributaires?;cotitulaires?;convoquee?s?;inscrit par;nom d usage
`
export const OF_PEOPLE = new RegExp(
  `\\b(?:${PEOPLE_WORDS.split(';')
    .map(word => word.trim())
    .join('|')})\\b`,
)
export const FIRST_NAME = /\bprenoms?\b/
export const FAMILY_NAME =
  /^(?:noms?|nom (?:de )?(?:naissance|jeune fille|usage|famille|patronymique|marital)|nom (?:de l |du |de la |d )?(?:eleve|enfant|agent|usager|defunt|parent|pere|mere|adherent|elu|demandeur|locataire|salarie|candidat))$/

/** A person is one of their words, and a cell of theirs is something else: « mail du responsable ». */
export const NOT_NAMES =
  /\b(?:nombre|nb|nbre|effectifs?|taux|ages?|date|annee|heures?|montant|tarif|prix|cout|id|identifiant|code|numero|siret|siren|insee|type|categorie|nature|statut|fonction|qualite|role|grade|cadre|service|mail|courriel|email|e mail|tels?|telephone|portable|mobile|gsm|adresse|rue|voie|commune|ville|cp|postal|lieu|pays|url|site|web|lien|horaires?|jours?|capacite|places?|agrement|sexe|genre|civilite|profession|espece|essence|marque|modele|naissance le|classe|niveau|section|quotient|description|observations?|commentaires?|remarques?|objet|motif|latitude|longitude|public|accueil|titre|parking|acces|personnes? (?:handicapees?|agees?)|autorise|entrees?|plats?|desserts?|gouter|laitage|fromage|garniture|accompagnement|menus?|legumes?|composante|recette|tournee)\b/
/** Of works, and of what was drawn or written for somebody. */
export const OF_AUTHORS =
  /\b(?:auteurs?|autrices?|act(?:eur|rice)s?|chanteu(?:r|se)s?|music(?:ien|ienne)s?|edit(?:eur|rice)s?|architectes?|sculpteurs?|artistes?|peintres?|illustrat(?:eur|rice)s?|interpretes?|realisat(?:eur|rice)s?|compositeurs?|createurs?)\b/
export const OF_PLACES =
  /\b(?:rue|voie|adresse|commune|ville|lieu dit|toponyme|quartier|ecole|etablissement|equipement|salle|site|station|arret|stop|terminus|square|parc|batiment|college|lycee|cimetiere|monument|odonyme|collectivite|personnage)\b/
export const OF_FIRMS =
  /\b(?:enseigne|raison sociale|denomination|fournisseurs?|attributaires?|titulaires?|entreprises?|commerces?|commercante?s?|forains?|societes?|beneficiaires?|associations?|organismes?|structure|attribuant|operateur|amenageur|maitre d oeuvre|exploitant|prestataires?|producteurs?|artisans?|fondations?)\b/

/** In their function, these are named in public acts. */
export const IN_FUNCTION =
  /\b(?:elue?s?|maires?|adjointe?s?|conseill(?:er|ere)s?|rapporteu(?:r|se)s?|secretaire de seance|signataires?|pouvoirs?|absents?|presents?|deleguee?s?)\b/
export const OF_ASSOCIATION =
  /\b(?:(?:vice )?presidente?s?|tresori(?:er|ere)s?|secretaires?|responsables?|contacts?|representante?s?)\b/

/** In a role, or at their work: the row is not theirs, nor its address and telephone. */
export const IN_ROLE = new RegExp(
  `${OF_ASSOCIATION.source}|${IN_FUNCTION.source}|\\b(?:direct(?:eur|rice)s?|gerante?s?|dirigeante?s?|referente?s?|praticien(?:ne)?s?|medecins?|interlocut(?:eur|rice)s?|correspondante?s?|technicien(?:ne)?s?|gardien(?:ne)?s?|enseignante?s?|animat(?:eur|rice)s?|intervenante?s?|instruct(?:eur|rice)s?|architectes?|notaires?|par|officier|suppleante?s?|redact(?:eur|rice)s?|coordinat(?:eur|rice)s?|tut(?:eur|rice)s?|encadrante?s?|format(?:eur|rice)s?|chefs?|auteurs?|temoins?|arbitres?|utilisat(?:eur|rice)s?|conduct(?:eur|rice)s?|chauffeurs?|donat(?:eur|rice)s?|porteurs?|verbalisat(?:eur|rice)|assistante?s? sociale?s?|visiteu(?:r|se)s?|equipe|elu)\\b`,
)
