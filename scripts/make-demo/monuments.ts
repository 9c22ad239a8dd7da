import { ods, type Row } from './workbook.ts'

/** Five ways and more of saying a century; what the writer doubted stays doubtful. */
const MONUMENTS = `
Église Saint-Béat|Edifice religieux|XIIe siècle|classée MH|4 rue de l'Église|EPONE|commune
Lavoir de la Fontaine|lavoir|19ème s.||3 rue de la Fontaine|Épone|commune
Château de la Garenne|Château|XVII-XVIIIe|inscrit|allée du Parc|Epône|privé
Calvaire du Coteau|croix|fin du 16e||chemin des Vignes|épône|commune
Colombier de la Ferme haute|patrimoine rural|1650|inscrit|2 rue du Pressoir|EPONE|privé
Porte du Bac|ouvrage militaire|XIV ème siècle||1 rue du Bac|Épône|commune
Monument aux morts|Monument commémoratif|1921||place de la Mairie|EPONE|commune
Pont aux Oies|ouvrage d'art|XVIIIème siècle||route de la Vallée|Epone|département
Moulin à vent|patrimoine industriel|dix-huitième siècle|label|6 rue du Moulin à Vent|EPONE|association
Fontaine de l'Abreuvoir|fontaine|18e / 19e||rue de l'Abreuvoir|Épône|commune
Halle du Marché|édifice public|XIX||place du Marché|EPONE|commune
Four à chaux|patrimoine industriel|vers 1860||rue du Four à Chaux|Épône|?
`

export function monuments(): Promise<Uint8Array> {
  const rows = MONUMENTS.trim()
    .split('\n')
    .map((line): Row => line.split('|').map(cell => (/^\d+$/.test(cell) ? Number(cell) : cell)))
  return ods('Monuments', [
    {
      name: 'Patrimoine',
      banners: [0],
      header: 2,
      rows: [
        ["Monuments et petit patrimoine - DONNÉES D'EXEMPLE"],
        [],
        ['Nom', 'Type', 'Siècle', 'Classement', 'Adresse', 'Commune', 'Propriétaire'],
        ...rows,
      ],
    },
  ])
}
