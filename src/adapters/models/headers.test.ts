import { describe, expect, test } from 'vitest'
import { propose } from '../../core/propose/index.ts'
import { sourceOf } from '../../core/recipe/sources.ts'
import { columnNames, findColumn, tableFromRows } from '../../core/table/table.ts'
import { loadRegistry } from './load.ts'

/** Lists as towns keep them: a header, what stands under it, and the field of the national model that it is. */
const LISTS: Record<string, readonly (readonly [header: string, cell: string, field: string])[]> = {
  dae: [
    ['Lieu d’implantation', 'Gymnase des Lilas', 'nom'],
    ['N° de rue', '12 bis', 'adr_num'],
    ['Intérieur/Extérieur', 'Intérieur', 'acc'],
    ['Accès libre ?', 'oui', 'acc_lib'],
    ['Marque', 'Cardiomarque', 'fab_rais'],
    ['N° de série', 'B12-345', 'num_serie'],
    ['Péremption électrodes adultes', '30/06/2027', 'dtpr_lcad'],
    ['Péremption batterie', '31/01/2028', 'dtpr_bat'],
    ['Date dernière maintenance', '12/02/2026', 'dermnt'],
    ['Mail exploitant', 'mairie@exemple.fr', 'expt_email'],
    ['C. P.', '78680', 'com_cp'],
  ],
  stationnement: [
    ['NOM_PARKIN', 'Gare', 'nom'],
    ['Nbre de places', '120', 'nb_places'],
    ['dont PMR', '3', 'nb_pmr'],
    ['Hauteur limitée', '190', 'hauteur_max'],
    ['Tarif 1 heure', '1,50', 'tarif_1h'],
    ['X_WGS84', '1.8103', 'Xlong'],
    ['Y_WGS84', '48.9626', 'Ylat'],
  ],
  irve: [
    ['Aménageur', 'Commune d’Épône', 'nom_amenageur'],
    ['Puissance (kW)', '22', 'puissance_nominale'],
    ['Prise T2', 'oui', 'prise_type_2'],
    ['Combo CCS', 'non', 'prise_type_combo_ccs'],
    ['Nombre de points de charge', '2', 'nbre_pdc'],
    ['Date de mise en service', '01/06/2023', 'date_mise_en_service'],
  ],
  subventions: [
    ['Associations', 'Les Amis de la Lecture', 'nomBeneficiaire'],
    ['N° SIRET', '99100001900018', 'idBeneficiaire'],
    ['Délibération du', '24/03/2026', 'dateConvention'],
    ['Montant voté', '1 500 €', 'montant'],
    ['Objet de la demande', 'Festival', 'objet'],
    ['Numéraire ou nature', 'Aide en numéraire', 'nature'],
  ],
  deliberations: [
    ['N° délib', '2026-03-15', 'DELIB_ID'],
    ['Date du conseil', '24/03/2026', 'DELIB_DATE'],
    ['Intitulé', 'Attribution des subventions', 'DELIB_OBJET'],
    ['Voix pour', '25', 'VOTE_POUR'],
    ['Voix contre', '0', 'VOTE_CONTRE'],
    ['Reçu en préfecture le', '27/03/2026', 'PREF_DATE'],
  ],
  budget: [
    ['Exercice', '2026', 'BGT_ANNEE'],
    ['Article', '60612', 'BGT_CONTNAT'],
    ['Libellé article', 'Électricité', 'BGT_CONTNAT_LABEL'],
    ['Chapitre', '011', 'BGT_NATURE'],
    ['Sens (D/R)', 'dépense', 'BGT_CODRD'],
    ['Réalisé', '43 950,12', 'BGT_MTREAL'],
    ['Crédits ouverts', '45 000,00', 'BGT_CREDOUV'],
  ],
  prenoms: [
    ['PRÉNOM', 'Zoé', 'ENFANT_PRENOM'],
    ['Fille/Garçon', 'F', 'ENFANT_SEXE'],
    ['Nb de naissances', '3', 'NOMBRE_OCCURRENCES'],
    ['Année de naissance', '2025', 'ANNEE'],
  ],
  arbres: [
    ['Essence', 'cordata', 'espece_arbre'],
    ['Nom commun', 'Tilleul', 'nom_vernaculaire'],
    ['DIAM_TRONC', '45', 'diametre'],
    ['Année de plantation', '25/11/1996', 'date_plantation'],
    ['Remarquable O/N', 'non', 'arbre_remarquable'],
  ],
  menus: [
    ['École', 'École des Lilas', 'menuRestaurantNom'],
    ['Date du repas', '16/03/2026', 'menuDate'],
    ['Composante', 'entrée', 'menuPlatType'],
    ['Plat', 'Carottes râpées', 'menuPlatNom'],
  ],
  mediation: [
    ['Structure', 'Médiathèque', 'nom'],
    ['Fixe/Itinérant', 'Fixe', 'itinerance'],
    ['Coût', 'Gratuit', 'frais_a_charge'],
    ['Tél.', '01 99 00 27 37', 'telephone'],
  ],
}

const TOWN = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78' }
const made = (alias: string, headers: readonly string[], cells: readonly string[]) => {
  const table = tableFromRows(headers, [cells], { source: 'liste.xlsx' })
  return propose(sourceOf(table), loadRegistry().find(alias)!, { town: TOWN }).result.table
}

describe('headers of towns become the fields of the national models, without a question', () => {
  test.each(Object.entries(LISTS))('%s', (alias, list) => {
    const table = made(
      alias,
      list.map(([header]) => header),
      list.map(([, cell]) => cell),
    )
    const lost = list.filter(
      ([header, , field]) => columnNames(table).includes(header) || !findColumn(table, field)?.cells[0],
    )
    expect(lost.map(([header, , field]) => `${header} → ${field}`)).toEqual([])
  })
})

test('the code of the town is not given to its suppliers', () => {
  const table = made('plats', ['Plat', 'Ingrédient'], ['Gratin', 'Courgette'])
  expect(findColumn(table, 'platProduitNom')?.cells).toEqual(['Courgette'])
  expect(findColumn(table, 'platProduitFournisseurInsee')?.cells).toEqual([''])
})
