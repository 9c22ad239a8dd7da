/** The words of Carnet that are not everyday ones, in plain French. */
export const WORDS: readonly { readonly word: string; readonly meaning: string; readonly example?: string }[] = [
  {
    word: 'Donnée ouverte',
    meaning: 'Une liste de la commune que chacun peut lire, télécharger et réutiliser librement.',
    example: 'la liste des défibrillateurs, que reprend une application de premiers secours',
  },
  {
    word: 'Jeu de données',
    meaning: 'Une liste bien rangée sur un sujet : une ligne par chose, une colonne par renseignement.',
    example: 'les commerces : une ligne par boutique, une colonne pour l’adresse, une pour les horaires',
  },
  {
    word: 'Source',
    meaning: 'Un fichier reçu, gardé exactement comme il est arrivé. Carnet travaille toujours sur une copie.',
    example: 'liste commerces 2026 (def).xlsx',
  },
  {
    word: 'Modèle',
    meaning:
      'La liste des colonnes attendues, la même pour toutes les communes de France, avec ce qu’on écrit dans chacune.',
    example: 'le modèle des subventions a 13 colonnes, dont « montant » et « date de la convention »',
  },
  {
    word: 'Étape',
    meaning: 'Une correction que Carnet fait sur toutes les lignes. On peut l’arrêter ou l’enlever, une par une.',
    example: '« Numéros de téléphone écrits de la même façon : 41 cases »',
  },
  {
    word: 'À vérifier',
    meaning: 'Une valeur possible mais surprenante. Rien n’est changé sans vous.',
    example: 'une date de 2021 dans un fichier de 2017',
  },
  {
    word: 'Conformité',
    meaning: 'La part des cases qui respectent le modèle. À 100 %, rien ne bloque la publication.',
  },
  {
    word: 'Fiche descriptive',
    meaning:
      'Ce qui présente un jeu : ce qu’il contient, qui l’a fait, quand il change, ce qu’on a le droit d’en faire.',
  },
  {
    word: 'Licence',
    meaning: 'Le texte qui dit à chacun ce qu’il peut faire de vos données.',
    example: 'la Licence Ouverte : tout est permis, à condition de citer la commune',
  },
  {
    word: 'ODbL',
    meaning:
      'L’autre licence possible : citer la source, et partager de même ce qu’on en tire. Elle suit tout ce qui vient d’OpenStreetMap.',
    example: 'des positions de bancs relevées sur OpenStreetMap',
  },
  {
    word: 'Donnée personnelle',
    meaning:
      'Ce qui désigne une personne, seul ou avec autre chose : nom, courriel, téléphone, naissance, adresse privée. Elle ne s’ouvre pas, sauf si une loi ou un accord le permet.',
    example: 'le courriel d’une assistante maternelle',
  },
  {
    word: 'Ouvrir',
    meaning: 'Rendre un jeu lisible par tous, à une adresse qui ne change jamais. Vous pouvez le retirer ensuite.',
  },
  {
    word: 'Version',
    meaning: 'Ce que le public a lu un jour donné, gardé tel quel : le tableau, sa fiche et son modèle.',
    example: 'les commerces du 3 mars 2026, puis ceux du 12 mai',
  },
  {
    word: 'Granularité',
    meaning: 'Ce que décrit une ligne du tableau.',
    example: 'un défibrillateur ; un prénom et une année',
  },
  {
    word: 'Code INSEE',
    meaning: 'Le numéro unique de la commune, qui n’est pas le code postal.',
    example: '78217 pour Épône, dont le code postal est 78680',
  },
  {
    word: 'SIRET',
    meaning: 'Le numéro d’un établissement, à 14 chiffres. Excel l’abîme souvent en 2,178E+13 : Carnet s’en aperçoit.',
  },
  {
    word: 'Latitude et longitude',
    meaning: 'Les deux nombres qui placent un lieu sur la carte. Carnet les trouve à partir de l’adresse.',
    example: '48,9553 et 1,8224',
  },
]

/** Getting a file out of software that towns use. */
export const EXPORTS: readonly { readonly from: string; readonly how: readonly string[] }[] = [
  {
    from: 'Excel',
    how: [
      'Déposez le classeur tel quel (.xlsx ou .xls) : titres, couleurs, totaux et feuilles multiples ne gênent pas.',
      'Pour quelques lignes, sélectionnez-les, faites Ctrl + C, puis Ctrl + V dans Carnet.',
    ],
  },
  {
    from: 'LibreOffice Calc',
    how: ['Déposez le fichier .ods tel quel.'],
  },
  {
    from: 'Un PDF',
    how: [
      'Si le texte du tableau se sélectionne à la souris, déposez le PDF : Carnet y cherche les tableaux.',
      'Si c’est une photo ou un document numérisé, demandez le fichier d’origine à la personne qui l’a fait.',
    ],
  },
  {
    from: 'Word ou un mail',
    how: ['Déposez le document .docx, ou sélectionnez le tableau, Ctrl + C, puis Ctrl + V dans Carnet.'],
  },
  {
    from: 'Un logiciel métier (finances, état civil, urbanisme, enfance…)',
    how: [
      'Cherchez « Exporter », « Extraction » ou « Éditions », souvent dans le menu Fichier ou Outils.',
      'Choisissez Excel ou CSV plutôt que PDF, et toutes les lignes plutôt que la page affichée.',
      'Si le logiciel demande un séparateur, prenez le point-virgule ; s’il demande un encodage, prenez UTF-8. Sinon, laissez : Carnet reconnaît les autres.',
      'Rien de tout cela ? Écrivez à l’éditeur : « Nous avons besoin d’une extraction de nos données dans un format ouvert. »',
    ],
  },
  {
    from: 'Un prestataire ou l’intercommunalité',
    how: [
      'Demandez « le fichier, dans un tableur, avec toutes ses colonnes ». Ces données sont aussi celles de la commune.',
    ],
  },
]

/** Keys of the sheet and of the pages. */
export const KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Tab, Maj + Tab', does: 'passer au suivant, revenir au précédent' },
  { keys: 'Flèches', does: 'aller d’une case à l’autre dans la feuille' },
  { keys: 'Entrée ou F2', does: 'écrire dans la case' },
  { keys: 'Échap', does: 'laisser la case comme elle était, ou fermer une fenêtre' },
  { keys: 'Suppr', does: 'vider les cases choisies' },
  { keys: 'Maj + flèches', does: 'choisir plusieurs cases' },
  { keys: 'Ctrl + C, Ctrl + V', does: 'copier et coller, aussi depuis Excel et vers Excel' },
  { keys: 'Ctrl + D', does: 'recopier vers le bas' },
  { keys: 'Ctrl + Z, Ctrl + Y', does: 'annuler, rétablir' },
  { keys: 'Ctrl + F', does: 'chercher et remplacer dans la feuille' },
]
