import { strToU8, zipSync } from 'fflate'

const HEADERS = ['Structure', 'Type', 'Places', 'Âges', 'Adresse', 'Tél', 'Horaires', 'Fermeture']

/** What a service writes when nobody has told it of spreadsheets. */
const PLACES = `
Les Petits Têtards|crèche collective|30|2 mois et demi à 3 ans|4 rue des Écoles|01 99 00 41 10|du lundi au vendredi de 7h30 à 18h30|août, 3 semaines
La Farandole|halte garderie|15 places|3 mois - 4 ans|6 rue du Lavoir|01.99.00.41.11|lundi, mardi et jeudi 8h30-12h et 13h30-17h30|vacances de Noël
Le Relais des Lutins|RPE|||1 allée du Parc|0199004112|mardi et vendredi 9h-12h|
Jardin d'éveil du Coteau|jardin d'enfants|20|2 à 4 ans|10 rue du Pressoir|01 99 00 41 13|lun-ven : 8h - 18h|août
Micro-crèche des Bateliers|micro crèche|10|10 semaines à 6 ans|5 quai des Bateliers|01-99-00-41-14|Du lundi au vendredi 7h - 19h|15 jours en août
`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
const row = (cells: readonly string[]): string =>
  `<w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`

const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A letter with a table in it (ECMA-376 Part 1, 17.4). */
export function childcare(): Uint8Array {
  const rows = PLACES.trim()
    .split('\n')
    .map(line => row(line.split('|')))
  const title = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="${HEADERS.length}"/></w:tcPr>${paragraph("Accueil de la petite enfance - DONNÉES D'EXEMPLE")}</w:tc></w:tr>`
  const body = [
    paragraph('Comme demandé, voici la liste des lieux. Bonne réception.'),
    `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol/>'.repeat(HEADERS.length)}</w:tblGrid>${title}${row(HEADERS)}${rows.join('')}</w:tbl>`,
    paragraph('Le service de la petite enfance'),
  ].join('')
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipSync(
    {
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(RELATIONS),
      'word/document.xml': strToU8(document),
    },
    { mtime: new Date(2021, 1, 10) },
  )
}
